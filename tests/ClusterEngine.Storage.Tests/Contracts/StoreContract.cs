using ClusterEngine.Core.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ClusterEngine.Storage.Tests.Contracts;

/// <summary>A clean store of some kind, which goes when it is disposed.</summary>
public interface IStoreSource : IDisposable
{
    /// <summary>The services of a process that uses the store. May be called more than once.</summary>
    ServiceProvider Open(string region, TimeProvider clock);
}

/// <summary>What the contracts' tests share: a clean, migrated store and a clock that stands still.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private readonly IStoreSource _source;
    private readonly ServiceProvider _services;
    private readonly List<ServiceProvider> _others = [];

    protected StoreContract(IStoreSource source)
    {
        _source = source;
        _services = source.Open("flemingsberg", Clock);
    }

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 25, 6, 30, 0, TimeSpan.Zero));

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected IProfileStore Profiles => Get<IProfileStore>();

    protected IVectorStore Vectors => Get<IVectorStore>();

    protected IRunStore Runs => Get<IRunStore>();

    protected IImportStore Imports => Get<IImportStore>();

    protected IVerdictStore Verdicts => Get<IVerdictStore>();

    protected IReportStore Reports => Get<IReportStore>();

    protected ISchemaStore Schema => Get<ISchemaStore>();

    public virtual async ValueTask InitializeAsync() => await Schema.MigrateAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        foreach (var services in _others.Append(_services))
        {
            await services.DisposeAsync();
        }

        _source.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A contract of the store as another process sees it, or one that keeps another region.</summary>
    protected T Other<T>(string region = "flemingsberg")
        where T : notnull
    {
        var services = _source.Open(region, Clock);
        _others.Add(services);
        return services.GetRequiredService<T>();
    }

    protected static async Task<IReadOnlyList<T>> ListAsync<T>(IAsyncEnumerable<T> rows)
    {
        var list = new List<T>();
        await foreach (var row in rows)
        {
            list.Add(row);
        }

        return list;
    }

    protected static async Task ShouldBeCancelledAsync(Func<CancellationToken, Task> call)
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => call(cancelled.Token));
    }

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
