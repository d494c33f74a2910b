namespace Phira.PluginService.Plugins.Permissions;

/// <summary>Names of what plugins do, and of what they are allowed, as they stand in the audit log.</summary>
internal static class PluginAuditActions
{
    public const string KickUser = "user.kick";
    public const string BanUser = "user.ban";
    public const string UnbanUser = "user.unban";
    public const string CreateRoom = "room.create";
    public const string DisbandRoom = "room.disband";
    public const string LockRoom = "room.lock";
    public const string UnlockRoom = "room.unlock";
    public const string KickFromRoom = "room.kick";
    public const string TransferHost = "room.transfer_host";
    public const string CycleRoom = "room.cycle";
    public const string ChooseChart = "room.chart";
    public const string StartGame = "room.start_game";
    public const string CancelGame = "room.cancel_game";
    public const string Grant = "plugin.grant";
    public const string Revoke = "plugin.revoke";
    public const string LeaveOutRefusedCalls = "plugin.refused_calls_left_out";
}
