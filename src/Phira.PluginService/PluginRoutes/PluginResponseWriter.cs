using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;
using Phira.PluginService.Core.Web;

namespace Phira.PluginService.PluginRoutes;

/// <summary>Sends what a plugin has answered. Conditional requests are answered here, so that no plugin has to.</summary>
internal static class PluginResponseWriter
{
    private const int TagBytes = 16;
    private const string NoStore = "no-store";

    // What a caller may keep is known again by these.
    private static readonly string[] KeptWhenNotModified =
        [HeaderNames.CacheControl, HeaderNames.ETag, HeaderNames.Expires, HeaderNames.LastModified, HeaderNames.Vary];

    /// <summary>Sends an answer.</summary>
    /// <param name="isPrivate">Whether only the administrator may see it, so that nobody may keep it.</param>
    public static async Task WriteAsync(HttpContext context, RouteResponse answer, bool isPrivate)
    {
        // An answer of a plugin without a body is what it wanted to answer.
        if (context.Features.Get<IStatusCodePagesFeature>() is { } statusPages)
        {
            statusPages.Enabled = false;
        }

        var response = context.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.Append(name, value);
        }

        var body = Encode(answer.Body);
        if (answer.Body is { IsEmpty: false })
        {
            response.ContentType = ContentTypeOf(response.ContentType, answer.Body);
        }

        SetCaching(context, body, isPrivate);
        if (IsNotModified(context))
        {
            SetNotModified(response);
            return;
        }

        if (answer.Status is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified)
        {
            return;
        }

        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private static ReadOnlyMemory<byte> Encode(RouteBody body) => body.Text is { } text ? Encoding.UTF8.GetBytes(text) : body.Bytes;

    private static string ContentTypeOf(string? given, RouteBody body)
    {
        if (string.IsNullOrEmpty(given))
        {
            return body.Text is null ? "application/octet-stream" : "text/plain; charset=utf-8";
        }

        return body.Text is not null && given.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            && !given.Contains("charset", StringComparison.OrdinalIgnoreCase)
            ? $"{given}; charset=utf-8"
            : given;
    }

    private static void SetCaching(HttpContext context, ReadOnlyMemory<byte> body, bool isPrivate)
    {
        var headers = context.Response.Headers;
        if (isPrivate)
        {
            headers.CacheControl = NoStore;
        }

        if (context.Response.StatusCode != StatusCodes.Status200OK
            || !IsRead(context.Request)
            || headers.CacheControl.ToString().Contains(NoStore, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (headers.ETag.Count == 0)
        {
            headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body.Span).AsSpan(0, TagBytes))}\"";
        }

        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-cache";
        }
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static bool IsNotModified(HttpContext context)
    {
        if (context.Response.StatusCode != StatusCodes.Status200OK || !IsRead(context.Request))
        {
            return false;
        }

        var (asked, present) = (new RequestHeaders(context.Request.Headers), new ResponseHeaders(context.Response.Headers));
        if (context.Request.Headers.IfNoneMatch.Count > 0)
        {
            return present.ETag is { } tag
                && asked.IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
        }

        return asked.IfModifiedSince is { } since && present.LastModified is { } changed && changed <= since;
    }

    private static void SetNotModified(HttpResponse response)
    {
        foreach (var name in response.Headers.Keys.Where(name => !KeptWhenNotModified.Contains(name, StringComparer.OrdinalIgnoreCase)).ToList())
        {
            response.Headers.Remove(name);
        }

        response.StatusCode = StatusCodes.Status304NotModified;
    }
}
