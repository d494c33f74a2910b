using Phira.PluginService.Packaging.Security;

namespace Phira.PluginService.Packaging.Tests.Security;

public sealed class KnownPermissionsTests
{
    [Fact]
    public void The_permissions_are_those_of_the_platform() => Assert.Equal(
        [
            "ban_users", "broadcast", "call_services", "emit_events", "environment", "filesystem", "http_routes", "kick_users", "manage_rooms",
            "metrics", "network", "provide_services", "read_charts", "read_config", "read_records", "read_rooms", "read_shared_storage",
            "read_users", "register_commands", "send_messages", "storage", "subprocess", "subscribe_events", "system_info", "timers", "write_config",
            "write_shared_storage",
        ],
        KnownPermissions.All.Keys);

    [Fact]
    public void By_default_nothing_is_allowed()
    {
        var policy = new SecurityPolicy();

        Assert.False(
            policy.AllowFilesystem || policy.AllowNetwork || policy.AllowSubprocesses || policy.AllowEnvironment || policy.AllowSystemInfo);
        Assert.Empty(policy.AllowedFilesystemPaths);
        Assert.Empty(policy.AllowedNetworkHosts);
        Assert.Empty(policy.AllowedEnvironmentVars);
        Assert.Empty(policy.AllowedCommands);
    }
}
