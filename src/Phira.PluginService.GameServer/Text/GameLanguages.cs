using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.GameServer.Text;

/// <summary>Finds the language for the tag that an account carries: English for every language that the service does not have.</summary>
internal static class GameLanguages
{
    public static Language Resolve(string tag) => LanguageSet.Embedded.Find(tag) ?? Language.English;
}
