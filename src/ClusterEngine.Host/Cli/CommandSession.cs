using System.CommandLine;
using System.Text;
using ClusterEngine.Core.Storage;
using ClusterEngine.Host.Output;
using ClusterEngine.Host.Settings;
using ClusterEngine.Host.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Host.Cli;

/// <summary>One run of a command: its arguments, its output, and the services, made when they are first asked
/// for.</summary>
internal sealed class CommandSession(Shell shell, ParseResult parse) : IAsyncDisposable
{
    private IHost? host;

    /// <summary>The parsed arguments.</summary>
    public ParseResult Parse { get; } = parse;

    /// <summary>What the program has around it.</summary>
    public ProgramEnvironment Environment { get; } = shell.Environment;

    /// <summary>The language of what people read, <c>sv</c> or <c>en</c>.</summary>
    public string Language { get; } = parse.GetValue(shell.Globals.Language) ?? shell.Environment.Language;

    /// <summary>The words and number formats of that language.</summary>
    public People People => field ??= People.In(Language);

    /// <summary>The services of the program.</summary>
    public IServiceProvider Services => (host ??= BuildHost()).Services;

    /// <summary>A service.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Makes the store ready: the first use of it makes it, a newer program brings it up to date.</summary>
    public async Task OpenStoreAsync(CancellationToken cancellationToken) =>
        await Get<ISchemaStore>().MigrateAsync(cancellationToken);

    /// <summary>A path as the user meant it: relative to the working directory.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, Environment.WorkingDirectory);

    /// <summary>Prints a line on stdout.</summary>
    public void WriteLine(string line = "") => Environment.Out.WriteLine(line);

    /// <summary>Prints UTF-8 bytes on stdout just as they are.</summary>
    public void WriteRaw(ReadOnlyMemory<byte> utf8) => Environment.Out.Write(Encoding.UTF8.GetString(utf8.Span));

    /// <summary>Prints a value as the one JSON document on stdout.</summary>
    public void WriteJson<T>(T value) => JsonOutput.Write(Environment.Out, value);

    /// <summary>Builds the program as a web application, which serves once it is started.</summary>
    /// <param name="own">Given the settings, the command's own, which win over them.</param>
    public WebApplication BuildWeb(Func<IConfiguration, IEnumerable<KeyValuePair<string, string?>>> own)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        Configure(builder);
        builder.Configuration.AddInMemoryCollection(own(builder.Configuration));
        WebServer.Add(builder);
        var app = builder.Build();
        host = app;
        Validate(app.Services);
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }

    private IHost BuildHost()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        Configure(builder);
        var built = builder.Build();
        Validate(built.Services);
        return built;
    }

    private void Configure(IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(Environment.Time);
        builder.Services.AddClusterEngine();
        var check = new SettingsCheck(KnownSettings.Of(builder.Services));
        builder.Configuration.AddConfiguration(shell.ReadSettings(Parse, check));
        builder.Services.AddHostLogging(builder.Configuration, Parse.GetValue(shell.Globals.Verbose));
    }

    // Options are made here for the first time, so a value of the wrong type shows here, as an
    // InvalidOperationException
    // of the binder that names key and value.
    private static void Validate(IServiceProvider services)
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
        }
        catch (InvalidOperationException exception)
        {
            throw new UsageException($"A setting has a value of the wrong kind: {exception.Message}", exception);
        }
    }
}
