namespace ClusterEngine.Benchmarks;

/// <summary>Finds the folder that holds models and sample data.</summary>
internal static class Repository
{
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ClusterEngine.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Run it from a build inside the repository: it reads models/ and data/sample there.");
    }
}
