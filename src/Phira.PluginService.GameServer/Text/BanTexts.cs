using Phira.PluginService.Core.Bans;

namespace Phira.PluginService.GameServer.Text;

/// <summary>What a banned player reads: that it is a ban, why, and until when.</summary>
internal static class BanTexts
{
    public static GameText For(Ban ban)
    {
        var until = ban.ExpiresAt is { } end ? $"{end.ToUniversalTime():yyyy-MM-dd HH:mm} UTC" : null;
        var hasReason = ban.Reason.Length > 0;
        return new GameText(
            $"You are banned from this server{(hasReason ? $": {ban.Reason}" : "")} ({(until is null ? "permanently" : $"until {until}")})",
            $"你已被本服务器封禁{(hasReason ? $"：{ban.Reason}" : "")}（{(until is null ? "永久" : $"至 {until}")}）",
            $"你已被本伺服器封禁{(hasReason ? $"：{ban.Reason}" : "")}（{(until is null ? "永久" : $"至 {until}")}）");
    }

    /// <summary>For a player whose language is not known: nothing is asked on behalf of a banned address.</summary>
    public static string InAllLanguages(Ban ban) => For(ban).InAllLanguages();
}
