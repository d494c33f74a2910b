namespace Phira.PluginService.GameServer.Text;

/// <summary>The languages that players' games are answered in.</summary>
internal enum GameLanguage
{
    English,
    SimplifiedChinese,
    TraditionalChinese,
}
