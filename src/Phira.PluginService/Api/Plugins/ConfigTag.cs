using System.Globalization;

namespace Phira.PluginService.Api.Plugins;

/// <summary>The entity tag of a configuration: its revision.</summary>
internal static class ConfigTag
{
    /// <summary>Writes the tag.</summary>
    public static string Of(int revision) => $"\"{revision}\"";

    /// <summary>Reads <c>If-Match</c>. No header and <c>*</c> both mean: whatever is there now.</summary>
    /// <param name="revision">The revision that must still be the current one; null for any.</param>
    public static bool TryRead(string? ifMatch, out int? revision)
    {
        revision = null;
        if (string.IsNullOrWhiteSpace(ifMatch) || string.Equals(ifMatch.Trim(), "*", StringComparison.Ordinal))
        {
            return true;
        }

        var text = ifMatch.Trim();
        if (text is not ['"', .. var digits, '"'] || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        revision = number;
        return true;
    }
}
