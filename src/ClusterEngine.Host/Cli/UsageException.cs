namespace ClusterEngine.Host.Cli;

/// <summary>Bad usage or input: ends the program with <see cref="ExitCode.Usage"/>. The message says what to do
/// next.</summary>
internal sealed class UsageException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>The machine does not give what is needed: ends the program with <see cref="ExitCode.Environment"/>.
/// The message says how to mend it.</summary>
internal sealed class EnvironmentException(string message, Exception? innerException = null)
    : Exception(message, innerException);
