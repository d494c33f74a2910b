namespace Phira.PluginService.Packaging.Security;

/// <summary>Every permission of the platform, as manifests spell it.</summary>
internal static class PermissionNames
{
    public const string ReadUsers = "read_users";
    public const string KickUsers = "kick_users";
    public const string SubscribeEvents = "subscribe_events";
    public const string EmitEvents = "emit_events";
    public const string RegisterCommands = "register_commands";
    public const string SendMessages = "send_messages";
    public const string Broadcast = "broadcast";
    public const string ReadConfig = "read_config";
    public const string WriteConfig = "write_config";
    public const string BanUsers = "ban_users";
    public const string ReadRooms = "read_rooms";
    public const string ReadCharts = "read_charts";
    public const string ReadRecords = "read_records";
    public const string ManageRooms = "manage_rooms";
    public const string Storage = "storage";
    public const string ReadSharedStorage = "read_shared_storage";
    public const string WriteSharedStorage = "write_shared_storage";
    public const string Timers = "timers";
    public const string Network = "network";
    public const string HttpRoutes = "http_routes";
    public const string ProvideServices = "provide_services";
    public const string CallServices = "call_services";
    public const string Metrics = "metrics";
    public const string SystemInfo = "system_info";
    public const string Subprocess = "subprocess";
    public const string Filesystem = "filesystem";
    public const string Environment = "environment";
}
