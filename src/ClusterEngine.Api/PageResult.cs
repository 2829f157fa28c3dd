using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ClusterEngine.Api;

/// <summary>Bytes with their type, and the language that they were chosen in.</summary>
internal sealed class PageResult(
    int status, ReadOnlyMemory<byte> bytes, string type, string? language, string? download = null) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = type;
        response.ContentLength = bytes.Length;
        if (language is not null)
        {
            response.Headers.ContentLanguage = language;
            response.Headers.Vary = HeaderNames.AcceptLanguage;
        }

        if (download is not null)
        {
            response.Headers.ContentDisposition = $"attachment; filename=\"{download}\"";
        }

        if (!HttpMethods.IsHead(httpContext.Request.Method))
        {
            await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
        }
    }
}
