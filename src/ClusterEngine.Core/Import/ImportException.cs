namespace ClusterEngine.Core.Import;

/// <summary>A file as a whole cannot be imported. The message says why and what to do. Nothing of the file went in,
/// unless reading it failed half-way.</summary>
public sealed class ImportException : Exception
{
    /// <summary>With a message for whoever imports.</summary>
    public ImportException(string message)
        : base(message)
    {
    }

    /// <summary>With a message for whoever imports, and the cause.</summary>
    public ImportException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Without a message; for serializers.</summary>
    public ImportException()
    {
    }
}
