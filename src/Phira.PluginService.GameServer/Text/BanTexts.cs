using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.GameServer.Text;

/// <summary>The texts for a banned player: that it is a ban, the reason, and the end of it.</summary>
internal static class BanTexts
{
    public static LocalizedText For(Ban ban, DateTimeOffset now)
    {
        var end = ban.ExpiresAt is { } expiresAt
            ? LocalizedText.Of("game.ban.ends", TimeTexts.In(expiresAt - now))
            : LocalizedText.Of("game.ban.permanent");
        return ban.Reason.Length > 0 ? LocalizedText.Of("game.ban.notice_with_reason", ban.Reason, end) : LocalizedText.Of("game.ban.notice", end);
    }
}
