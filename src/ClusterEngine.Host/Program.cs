using ClusterEngine.Host.Cli;

return await CommandLine.RunAsync(args, ProgramEnvironment.OfProcess());
