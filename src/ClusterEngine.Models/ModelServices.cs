using ClusterEngine.Core.Embeddings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ClusterEngine.Models;

/// <summary>Registers the room.</summary>
public static class ModelServices
{
    /// <summary>Adds <see cref="ITextEmbedder"/>, which loads its model when it is first used, and
    /// <see cref="ModelVerifier"/>; binds <see cref="ModelOptions"/> to the section <c>Models</c>.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services)
    {
        services.AddOptions<ModelOptions>().BindConfiguration("Models").ValidateOnStart();
        services.AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ModelDirectory>();
        services.AddSingleton<ModelVerifier>();
        services.AddSingleton<ITextEmbedder, OnnxEmbedder>();
        return services;
    }
}
