namespace Phira.PluginService.Audit;

/// <summary>Names of what administrators do, as they stand in the audit log.</summary>
internal static class AuditActions
{
    public const string Ban = "ban.set";
    public const string Unban = "ban.lift";
    public const string KickUser = "user.kick";
    public const string MessageUser = "user.message";
    public const string MessageRoom = "room.message";
    public const string CreateRoom = "room.create";
    public const string DisbandRoom = "room.disband";
    public const string LockRoom = "room.lock";
    public const string UnlockRoom = "room.unlock";
    public const string KickFromRoom = "room.kick";
    public const string TransferHost = "room.transfer_host";
    public const string CycleRoom = "room.cycle";
    public const string SelectChart = "room.chart";
    public const string StartGame = "room.start_game";
    public const string CancelGame = "room.cancel_game";
    public const string MessageEverybody = "server.message";
    public const string ChangeServerSettings = "server.settings";
    public const string ChangeLogging = "server.logging";
    public const string RunCommand = "command.run";
    public const string ConfigurePlugin = "plugin.configure";
    public const string RestoreConfig = "plugin.restore_config";
    public const string GrantPermissions = "plugin.permissions";
    public const string SetLimits = "plugin.limits";
    public const string InstallPackage = "plugin.install";
    public const string AdoptPlugin = "plugin.adopt";
    public const string RollBackPlugin = "plugin.rollback";
    public const string RemovePlugin = "plugin.remove";
    public const string RescanPlugins = "plugin.rescan";

    public static string OperatePlugin(string operation) => $"plugin.{operation}";
}
