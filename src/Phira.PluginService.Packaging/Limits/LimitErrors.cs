using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Limits;

/// <summary>Refusals of limits that administrators set.</summary>
internal static class LimitErrors
{
    /// <summary>{0}: name; {1}: the limits there are.</summary>
    public static readonly ErrorCode Unknown = new("limits.unknown", ErrorKind.InvalidArgument);

    /// <summary>{0}: limit; {1}: value; {2}: minimum; {3}: maximum.</summary>
    public static readonly ErrorCode OutOfRange = new("limits.out_of_range", ErrorKind.Unprocessable);

    /// <summary>{0}: number of limits.</summary>
    public static readonly ErrorCode Refused = new("limits.refused", ErrorKind.Unprocessable);
}
