using System.Globalization;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.PluginRoutes;

/// <summary>When somebody may ask a plugin again that cannot answer now.</summary>
internal static class RetryAfter
{
    private const int Least = 1;
    private const int Most = 3600;

    /// <summary>The value of the header in seconds: until the moment that the error names, when it names one.</summary>
    public static string Of(Error error, DateTimeOffset now)
    {
        var seconds = error.Arguments.Length > 1
            && DateTimeOffset.TryParse($"{error.Arguments[1]}", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
                ? Math.Ceiling((until - now).TotalSeconds)
                : Least;
        return Math.Clamp(seconds, Least, Most).ToString(CultureInfo.InvariantCulture);
    }
}
