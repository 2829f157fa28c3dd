using ClusterEngine.Core;
using ClusterEngine.Core.Storage;
using ClusterEngine.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Storage;

/// <summary>Adds the stores.</summary>
public static class StorageServices
{
    /// <summary>Adds every contract of <c>Core.Storage</c>, kept as the section <c>Storage</c> says, and the region
    /// that they keep. Needs configuration and logging. The store is not touched before the first call; make
    /// <see cref="ISchemaStore.MigrateAsync"/> that call.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration("Storage").ValidateOnStart();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>());
        services.AddRegion();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SqliteDatabase>();
        services.AddSingleton<ISchemaStore, SqliteSchemaStore>();
        services.AddSingleton<IProfileStore, SqliteProfileStore>();
        services.AddSingleton<IImportStore, SqliteImportStore>();
        services.AddSingleton<IVectorStore, SqliteVectorStore>();
        services.AddSingleton<IRunStore, SqliteRunStore>();
        services.AddSingleton<IVerdictStore, SqliteVerdictStore>();
        services.AddSingleton<IReportStore, SqliteReportStore>();
        return services;
    }
}
