using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Errors;

/// <summary>
/// Looks at the charset of a body before the framework's reader of JSON does, which throws at one that it does not know, and takes the
/// quotes that HTTP allows for a part of the name.
/// </summary>
internal sealed class CharsetGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!TakesBody(context) || !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.Charset.HasValue)
        {
            return next(context);
        }

        var charset = HeaderUtilities.RemoveQuotes(type.Charset);
        if (!CanDecode(charset.ToString()))
        {
            return ProblemWriter.WriteAsync(context, new Error(ApiErrors.MediaTypeUnsupported));
        }

        type.Charset = charset;
        context.Request.ContentType = type.ToString();
        return next(context);
    }

    private static bool TakesBody(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is not null;

    private static bool CanDecode(string charset)
    {
        try
        {
            Encoding.GetEncoding(charset);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // Unknown, or known and switched off as insecure (UTF-7).
            return false;
        }
    }
}
