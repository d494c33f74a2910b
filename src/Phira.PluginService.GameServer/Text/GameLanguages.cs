using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.GameServer.Text;

/// <summary>Finds the language for the tag that an account carries: exact tag, then primary language, then English.</summary>
internal static class GameLanguages
{
    public static GameLanguage Resolve(string tag)
    {
        var parts = tag.Replace('_', '-').Split('-');
        if (!parts[0].Equals("zh", StringComparison.OrdinalIgnoreCase))
        {
            return GameLanguage.English;
        }

        // The script, where it is given, says more than the region (zh-Hans-TW exists).
        var writtenTraditionally = parts.Skip(1)
            .Select(part => part.ToUpperInvariant() switch { "HANT" or "TW" or "HK" or "MO" => true, "HANS" or "CN" or "SG" => false, _ => (bool?)null })
            .FirstOrDefault(known => known is not null);
        return writtenTraditionally is true ? GameLanguage.TraditionalChinese : GameLanguage.SimplifiedChinese;
    }

    /// <summary>The nearest of the languages that administrators' texts exist in.</summary>
    public static Language ToAdministrative(this GameLanguage language) =>
        language == GameLanguage.English ? Language.English : Language.Chinese;
}
