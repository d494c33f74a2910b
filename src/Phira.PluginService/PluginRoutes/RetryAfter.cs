using System.Globalization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.PluginRoutes;

/// <summary>Answers callers of a plugin that cannot answer now, with the time of the next attempt.</summary>
internal static class RetryAfter
{
    private const int Least = 1;
    private const int Most = 3600;

    /// <summary>Answers a failed request, with the header where it helps to ask again.</summary>
    /// <param name="least">The seconds of the header when the error names no moment.</param>
    public static Task AnswerAsync(HttpContext context, Error error, DateTimeOffset now, int least = Least)
    {
        if (ErrorStatus.Of(error.Code) == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = Of(error, now, least);
        }

        return ProblemWriter.WriteAsync(context, error);
    }

    /// <summary>The value of the header in seconds: until the moment that the error names, when it names one.</summary>
    private static string Of(Error error, DateTimeOffset now, int least)
    {
        var seconds = error.Arguments.Length > 1
            && DateTimeOffset.TryParse($"{error.Arguments[1]}", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
                ? Math.Ceiling((until - now).TotalSeconds)
                : least;
        return Math.Clamp(seconds, Least, Most).ToString(CultureInfo.InvariantCulture);
    }
}
