using System.Globalization;

namespace Phira.PluginService.Configuration;

/// <summary>A key of the official server's file, or of one of the servers that followed it, and what it is called here.</summary>
/// <param name="Translate">Gives our form of one value as text; null when it cannot be taken over.</param>
internal sealed record OfficialKey(string Target, string Accepts, Func<string, string?> Translate)
{
    /// <summary>The comment above the setting, where the translation is a guess.</summary>
    public string? Comment { get; init; }

    /// <summary>A whole number that stays as it is.</summary>
    public static OfficialKey Number(string target, int least, int most) => new(
        target,
        $"{least}–{most}",
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? text : null);
}
