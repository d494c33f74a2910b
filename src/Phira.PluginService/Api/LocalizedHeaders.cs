using Microsoft.Net.Http.Headers;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api;

/// <summary>Says in which language the texts of an answer are.</summary>
internal sealed class LocalizedHeaders : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers[HeaderNames.ContentLanguage] = RequestLanguage.Of(http.Request).Tag;
        http.Response.Headers[HeaderNames.Vary] = HeaderNames.AcceptLanguage;
        return next(context);
    }
}
