using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Net.Http.Headers;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Errors;

/// <summary>Answers a request with problem details in the caller's language.</summary>
internal static class ProblemWriter
{
    public const string ContentType = "application/problem+json";

    /// <summary>Writes the answer.</summary>
    /// <param name="status">The HTTP status, where it is not the one of the error's code.</param>
    public static async Task WriteAsync(HttpContext context, Error error, int? status = null)
    {
        var language = RequestLanguage.Of(context.Request);
        var code = status ?? ErrorStatus.Of(error.Code);
        var problem = new ProblemResponse
        {
            Type = $"urn:phira:error:{error.Code.Value}",
            Title = ErrorStatus.TitleOf(code).In(language),
            Status = code,
            Detail = error.Message(language),
            Code = error.Code.Value,
            Remedy = error.Remedy(language),
            Errors = ProblemItem.FromAll(Details(error), language),
            TraceId = TraceIdOf(context),
        };
        context.Response.StatusCode = code;
        context.Response.Headers[HeaderNames.ContentLanguage] = language.Tag;
        context.Response.Headers[HeaderNames.Vary] = HeaderNames.AcceptLanguage;
        try
        {
            await context.Response.WriteAsJsonAsync(problem, ApiJson.Options, ContentType, context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has left and reads nothing any more.
        }
    }

    /// <summary>The id that joins an answer, the log and the history.</summary>
    public static string TraceIdOf(HttpContext context) =>
        Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.TraceId.ToHexString() : context.TraceIdentifier;

    // A single problem that has a place in a file must not lose it: the top of the answer has no field for that.
    private static ImmutableArray<Error> Details(Error error) =>
        (error.Causes.IsDefaultOrEmpty, error.Location) switch
        {
            (false, _) => error.Causes,
            (true, not null) => [error],
            _ => [],
        };
}
