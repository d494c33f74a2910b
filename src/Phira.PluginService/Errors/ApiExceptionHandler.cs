using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;

namespace Phira.PluginService.Errors;

/// <summary>The one place where exceptions become answers: the framework's complaints about a request, and our own faults.</summary>
internal sealed partial class ApiExceptionHandler(ILogger<ApiExceptionHandler> logger) : IExceptionHandler
{
    private const int MaximumValueShown = 64;
    private const int LongestPath = 200;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // A caller that leaves ends what was being read or written in one of these ways.
        if (exception is ConnectionResetException || (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested))
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        if (exception is StorageException storage)
        {
            await ProblemWriter.WriteAsync(httpContext, storage.Error);
            return true;
        }

        if (exception is BadHttpRequestException refused)
        {
            var error = Explain(refused);
            await ProblemWriter.WriteAsync(httpContext, error, error.Code == PluginErrors.NotFound ? null : refused.StatusCode);
            return true;
        }

        Log.Fault(logger, httpContext.Request.Method, ExternalText.Line(httpContext.Request.Path, LongestPath),
            ProblemWriter.TraceIdOf(httpContext), exception);
        await ProblemWriter.WriteAsync(httpContext, new Error(ApiErrors.Internal));
        return true;
    }

    private static Error Explain(BadHttpRequestException exception)
    {
        if (exception.InnerException is JsonException json)
        {
            return new Error(
                UnknownField().IsMatch(json.Message) ? ApiErrors.FieldUnknown : ApiErrors.JsonInvalid,
                json.Path ?? "$",
                $"{(json.LineNumber ?? 0) + 1}",
                $"{(json.BytePositionInLine ?? 0) + 1}");
        }

        return exception.StatusCode switch
        {
            StatusCodes.Status413PayloadTooLarge => new Error(ApiErrors.TooLarge),
            StatusCodes.Status415UnsupportedMediaType => new Error(ApiErrors.MediaTypeUnsupported),
            _ => ExplainBinding(exception),
        };
    }

    // The framework tells the parameter and its value only in words.
    private static Error ExplainBinding(BadHttpRequestException exception)
    {
        var parameter = ParameterMessage().Match(exception.Message);
        if (parameter.Success)
        {
            var value = parameter.Groups["value"].Value;
            if (parameter.Groups["type"].Value == nameof(PluginName))
            {
                // What is no name of a plugin is the name of none.
                return new Error(PluginErrors.NotFound, value);
            }

            return new Error(
                ApiErrors.ParameterInvalid,
                JsonNamingPolicy.CamelCase.ConvertName(parameter.Groups["name"].Value),
                ShortText.WithEllipsis(OneLine.Of(value), MaximumValueShown));
        }

        return exception.Message.Contains("body", StringComparison.OrdinalIgnoreCase)
            ? new Error(ApiErrors.BodyMissing)
            : new Error(ApiErrors.Malformed, exception.Message);
    }

    [GeneratedRegex("""parameter "(?<type>\S+) (?<name>\w+)" from "(?<value>.*)"\.$""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 100)]
    private static partial Regex ParameterMessage();

    // The framework tells this from other faults of JSON only in words, too.
    [GeneratedRegex("^The JSON property '.*' could not be mapped to any .NET member", RegexOptions.Singleline, 100)]
    private static partial Regex UnknownField();

    private static partial class Log
    {
        [LoggerMessage(1000, LogLevel.Error, "{Method} {Path} failed (trace {TraceId})")]
        public static partial void Fault(ILogger logger, string method, string path, string traceId, Exception exception);
    }
}
