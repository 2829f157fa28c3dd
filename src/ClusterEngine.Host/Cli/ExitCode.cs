namespace ClusterEngine.Host.Cli;

/// <summary>What the program ends with.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Something unexpected: a defect.</summary>
    public const int Unexpected = 1;

    /// <summary>Bad input or usage.</summary>
    public const int Usage = 2;

    /// <summary>There is no feasible answer.</summary>
    public const int NoAnswer = 3;

    /// <summary>The environment: store, port, disk, model.</summary>
    public const int Environment = 4;

    /// <summary>Done, with rejected rows.</summary>
    public const int DoneWithRejects = 5;

    /// <summary>Cancelled (128 + SIGINT, as shells say it).</summary>
    public const int Cancelled = 130;
}
