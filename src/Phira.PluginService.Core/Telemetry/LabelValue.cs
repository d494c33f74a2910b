using System.Text.RegularExpressions;

namespace Phira.PluginService.Core.Telemetry;

/// <summary>Values of labels.</summary>
public static partial class LabelValue
{
    /// <summary>The name of an enumeration's value in the way of labels: <c>TimedOut</c> is <c>timed_out</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Words().Replace(value.ToString(), "_").ToLowerInvariant();

    [GeneratedRegex("(?<=.)(?=[A-Z])", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Words();
}
