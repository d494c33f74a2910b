using Phira.PluginService.Core.Bans;

namespace Phira.PluginService.GameServer.Text;

/// <summary>What a banned player reads: that it is a ban, why, and when it ends.</summary>
internal static class BanTexts
{
    public static GameText For(Ban ban, DateTimeOffset now)
    {
        var end = ban.ExpiresAt is { } expiresAt ? TimeTexts.In(expiresAt - now) : null;
        var reason = ban.Reason;
        return new GameText(
            $"You are banned from this server{(reason.Length > 0 ? $": {reason}" : "")} ({(end is null ? "permanently" : $"the ban ends {end.English}")})",
            $"你已被本服务器封禁{(reason.Length > 0 ? $"：{reason}" : "")}（{(end is null ? "永久" : $"{end.Simplified}解封")}）",
            $"你已被本伺服器封禁{(reason.Length > 0 ? $"：{reason}" : "")}（{(end is null ? "永久" : $"{end.Traditional}解封")}）");
    }
}
