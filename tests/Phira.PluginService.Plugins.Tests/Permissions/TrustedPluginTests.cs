using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Permissions;

public sealed class TrustedPluginTests
{
    [Fact]
    public async Task A_plugin_is_granted_what_it_asks_for_in_the_name_of_the_configuration()
    {
        await using var host = await new PluginHost().With("echo", Component, "[permissions]\nkick_users = { per_minute = 5 }\n").StartAsync();

        var granted = Assert.Single((await host.PermissionsAsync("echo")).Permissions);
        Assert.Equal(("""{"per_minute":5}""", "configuration"), (granted.GrantedScopesJson, granted.GrantedBy));
        var record = Assert.Single(host.Audit.Records);
        Assert.Equal(("configuration", "plugin.grant", "plugin:echo"), (record.Actor, record.Action, record.Target));
        Assert.Equal(AuditReason.With("""kick_users {"per_minute":5}""", LocalizedText.Of("cause.trusted")), record.Reason);
    }

    [Fact]
    public async Task An_update_is_trusted_too()
    {
        await using var host = await new PluginHost().With("echo", Component).StartAsync();
        host.With("echo", Component, "[permissions]\nkick_users = true\n", version: "2.0.0");

        Assert.Equal("2.0.0", (await host.DoAsync("echo", PluginOperation.Reload)).Value?.Version);
    }

    [Theory]
    [InlineData]
    [InlineData("kick_users")]
    public async Task What_an_administrator_took_away_does_not_come_back_by_itself(params string[] left)
    {
        await using var host = await new PluginHost().With("echo", Component, "[permissions]\nkick_users = true\nban_users = true\n").StartAsync();

        await host.GrantAsync("echo", left);

        Assert.Equal(PermissionErrors.Pending, (await host.DoAsync("echo", PluginOperation.Reload)).Error?.Code);
    }

    [Fact]
    public async Task Trust_ends_where_the_policy_of_the_host_ends()
    {
        await using var host = await new PluginHost(options => options.Security = new SecurityPolicy
        {
            AllowNetwork = true,
            AllowedNetworkHosts = ["*.example.com"],
        })
            .With("within", Component, "[permissions]\nnetwork = { hosts = [\"a.example.com\"] }\n")
            .With("beyond", Component, "[permissions]\nnetwork = { hosts = [\"a.example.com\", \"b.example.org\"] }\n")
            .StartAsync();

        Assert.Equal(PluginState.Running, host.Plugin("within").State);
        Assert.Equal(PluginState.PendingApproval, host.Plugin("beyond").State);
        Assert.Contains("b.example.org", host.Plugin("beyond").Pending!.Describe(), StringComparison.Ordinal);
    }

    private static byte[] Component => RepositoryFiles.Guest("echo");
}
