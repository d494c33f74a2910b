namespace Phira.PluginService.Plugins.Tests.Hosting;

internal static class TestManifests
{
    public const string AllPermissions = """

        [permissions]
        read_users = true
        kick_users = true
        ban_users = true
        read_rooms = true
        read_charts = true
        read_records = true
        manage_rooms = true
        subscribe_events = true
        emit_events = true
        register_commands = true
        send_messages = true
        broadcast = true
        write_config = true
        storage = true
        read_shared_storage = true
        write_shared_storage = true
        http_routes = true
        timers = true

        """;
}
