namespace ClusterEngine.Core.Storage;

/// <summary>The store could not do what it was asked: disk full, no right to write, database locked, newer schema.
/// The message says what to do.</summary>
public sealed class StorageException : Exception
{
    /// <summary>With a message for the operator and whether trying again can help.</summary>
    public StorageException(string message, bool isTransient, Exception? innerException)
        : base(message, innerException) => IsTransient = isTransient;

    /// <summary>With a message for the operator.</summary>
    public StorageException(string message)
        : base(message)
    {
    }

    /// <summary>With a message for the operator, and the cause.</summary>
    public StorageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Without a message; for serializers.</summary>
    public StorageException()
    {
    }

    /// <summary>Whether the same call may succeed when it is made again later.</summary>
    public bool IsTransient { get; }
}
