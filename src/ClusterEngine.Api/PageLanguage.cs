using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;

namespace ClusterEngine.Api;

/// <summary>The language of a page: what the address asks for, else what the browser prefers, else Swedish.</summary>
internal static class PageLanguage
{
    public static string Of(HttpRequest request)
    {
        if (Known(request.Query["language"].ToString()) is { } asked)
        {
            return asked;
        }

        return new RequestHeaders(request.Headers).AcceptLanguage
            .OrderByDescending(item => item.Quality ?? 1)
            .Where(item => (item.Quality ?? 1) > 0)
            .Select(item => Known(item.Value.ToString()))
            .FirstOrDefault(language => language is not null) ?? "sv";
    }

    private static string? Known(string tag) => tag.Split('-')[0].ToLowerInvariant() switch
    {
        "sv" => "sv",
        "en" => "en",
        _ => null,
    };
}
