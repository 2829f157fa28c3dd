namespace ClusterEngine.Host.Output;

/// <summary>Passes progress on at once and in order, which <see cref="Progress{T}"/> does not.</summary>
internal sealed class Heard<T>(Action<T> listener) : IProgress<T>
{
    public void Report(T value) => listener(value);
}
