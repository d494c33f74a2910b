namespace Phira.PluginService.Plugins.Permissions;

/// <summary>The permissions that host functions ask for.</summary>
internal static class PermissionNames
{
    public const string ReadUsers = "read_users";
    public const string KickUsers = "kick_users";
    public const string SubscribeEvents = "subscribe_events";
    public const string EmitEvents = "emit_events";
    public const string RegisterCommands = "register_commands";
    public const string SendMessages = "send_messages";
    public const string Broadcast = "broadcast";
    public const string WriteConfig = "write_config";
}
