namespace Phira.PluginService.GameServer.Text;

/// <summary>One text in the three languages that players' games are answered in.</summary>
/// <param name="English">en-US, and every language not named here.</param>
internal sealed record GameText(string English, string Simplified, string Traditional)
{
    /// <summary>A text that is the same in every language.</summary>
    public static GameText Fixed(string text) => new(text, text, text);

    /// <summary>For a player whose language is not known yet.</summary>
    public string InAllLanguages() => $"{Simplified}\n{English}";

    public string In(GameLanguage language) => language switch
    {
        GameLanguage.SimplifiedChinese => Simplified,
        GameLanguage.TraditionalChinese => Traditional,
        _ => English,
    };
}
