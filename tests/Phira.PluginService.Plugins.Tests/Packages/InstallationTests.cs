using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Packages;

public sealed class InstallationTests
{
    [Fact]
    public async Task A_new_plugin_runs_when_it_is_installed()
    {
        await using var host = await new PackagesHost().StartAsync();

        var installed = await host.InstallAsync(Package.Of("idle"));

        Assert.True(installed.IsSuccess, installed.Error?.Describe());
        Assert.Equal(PluginState.Running, host.Host.Plugin("idle").State);
        Assert.Equal(["idle/guest.wasm", "idle/plugin.toml"], host.Files);
        Assert.Equal(["1.0.0* admin"], await host.VersionsAsync("idle"));
    }

    [Fact]
    public async Task The_next_version_takes_over_and_the_former_one_is_kept()
    {
        await using var host = await new PackagesHost().StartAsync();
        await host.InstallAsync(Package.Of("idle"));

        var installed = await host.InstallAsync(Package.Of("idle", "1.1.0"));

        Assert.True(installed.IsSuccess, installed.Error?.Describe());
        Assert.Equal(("1.1.0", PluginState.Running), (host.Host.Plugin("idle").Version, host.Host.Plugin("idle").State));
        Assert.Equal(["1.1.0* admin", "1.0.0 admin"], await host.VersionsAsync("idle"));
    }

    [Fact]
    public async Task A_next_version_that_does_not_come_up_leaves_everything_as_it_was()
    {
        await using var host = await new PackagesHost().StartAsync();
        await host.InstallAsync(Package.Of(
            ("plugin.toml", Package.Manifest("idle")), ("guest.wasm", RepositoryFiles.Guest("idle")), ("notes/a.txt", "mine"u8.ToArray())));
        var previous = host.Host.Plugin("idle");

        var installed = await host.InstallAsync(Package.Broken("idle", "2.0.0"));

        Assert.Equal("plugin.trap", installed.Error?.Code.Value);
        Assert.Equal(["idle/guest.wasm", "idle/notes/a.txt", "idle/plugin.toml"], host.Files);
        Assert.Equal(["1.0.0* admin"], await host.VersionsAsync("idle"));
        var now = host.Host.Plugin("idle");
        Assert.Equal((PluginState.Running, "1.0.0", previous.Usage.StartedAt), (now.State, now.Version, now.Usage.StartedAt));
    }

    [Fact]
    public async Task A_plugin_that_is_new_and_does_not_come_up_says_why_and_stays_to_be_repaired()
    {
        await using var host = await new PackagesHost().StartAsync();

        var installed = await host.InstallAsync(Package.Of("idle", manifest: "[dependencies]\nfriend = \"^1\"\n"));

        Assert.Equal("dependency.missing", installed.Error?.Code.Value);
        Assert.Equal(PluginState.Failed, host.Host.Plugin("idle").State);
        await host.InstallAsync(Package.Of("friend"));
        Assert.True((await host.Host.DoAsync("idle", PluginOperation.Load)).IsSuccess);
    }

    [Fact]
    public async Task A_plugin_that_did_not_run_can_be_repaired_by_a_package()
    {
        await using var host = new PackagesHost();
        host.Host.With("idle", RepositoryFiles.Guest("truncated"));
        await host.StartAsync();

        var installed = await host.InstallAsync(Package.Of("idle", "1.0.1"));

        Assert.True(installed.IsSuccess, installed.Error?.Describe());
        Assert.Equal(PluginState.Running, host.Host.Plugin("idle").State);
        Assert.Equal(["1.0.1* admin", "1.0.0"], await host.VersionsAsync("idle"));
    }

    [Fact]
    public async Task A_package_with_problems_changes_nothing_and_tells_them_all()
    {
        await using var host = await new PackagesHost().StartAsync();
        await host.InstallAsync(Package.Of("idle"));

        var refused = await host.InstallAsync(Package.Of(
            ("plugin.toml", Package.Manifest("idle", "2", "authr = \"me\"")), ("guest.wasm", RepositoryFiles.Guest("core-module")),
            ("../evil", [1])));

        Assert.Equal("package.refused", refused.Error?.Code.Value);
        Assert.Equal(
            [
                "../evil package.bad_path", "guest.wasm component.core_module", "plugin.toml:2:11 manifest.bad_version",
                "plugin.toml:4:1 manifest.unknown_key",
            ],
            refused.Error!.Causes.Select(cause => $"{cause.Location} {cause.Code}").Order(StringComparer.Ordinal));
        Assert.Equal(["idle/guest.wasm", "idle/plugin.toml"], host.Files);
        Assert.Equal("1.0.0", host.Host.Plugin("idle").Version);
    }

    [Fact]
    public async Task A_plugin_keeps_the_folder_that_it_has()
    {
        await using var host = new PackagesHost();
        host.Host.Directory.Write("idle/readme.md", "another plugin's");
        host.Host.Directory.Write("idle/plugin.toml", "name = \"other\"\nversion = \"1.0.0\"\nabi_version = \"1.0.0\"\n");
        host.Host.Write("idle/guest.wasm", RepositoryFiles.Guest("idle"));
        await host.StartAsync();

        await host.InstallAsync(Package.Of("idle"));
        await host.InstallAsync(Package.Of("other", "2.0.0"));

        Assert.Equal(["idle-2/guest.wasm", "idle-2/plugin.toml", "idle/guest.wasm", "idle/plugin.toml"], host.Files);
        Assert.Equal(("1.0.0", "2.0.0"), (host.Host.Plugin("idle").Version, host.Host.Plugin("other").Version));
    }

    [Fact]
    public async Task A_folder_that_holds_too_much_to_be_kept_is_not_replaced()
    {
        await using var host = new PackagesHost();
        host.Host.With("idle", RepositoryFiles.Guest("idle"));
        for (var i = 0; i < 2001; i++)
        {
            host.Host.Directory.Write($"idle/node_modules/{i}", "");
        }

        await host.StartAsync();

        var installed = await host.InstallAsync(Package.Of("idle", "2.0.0"));

        Assert.Equal("package.not_kept", installed.Error?.Code.Value);
        Assert.Equal(("1.0.0", PluginState.Running), (host.Host.Plugin("idle").Version, host.Host.Plugin("idle").State));
        Assert.Equal(2003, host.Files.Count());
    }

    [Fact]
    public async Task A_next_version_that_asks_for_more_waits_in_the_folder_while_the_former_one_runs()
    {
        await using var host = await new PackagesHost(options => options.Approval = ApprovalPolicy.Ask).StartAsync();
        await host.InstallAsync(Package.Of("idle"));

        var installed = await host.InstallAsync(Package.Of("idle", "2.0.0", manifest: "[permissions]\nbroadcast = true\n"));

        Assert.True(installed.IsSuccess, installed.Error?.Describe());
        Assert.Equal(["broadcast"], installed.Value.PendingPermissions);
        Assert.Equal(("1.0.0", PluginState.Running), (host.Host.Plugin("idle").Version, host.Host.Plugin("idle").State));
        Assert.Equal(["2.0.0* admin", "1.0.0 admin"], await host.VersionsAsync("idle"));
        var granted = await host.Host.Grants.GrantAsync(
            PluginName.Parse("idle"), [new GrantRequest("broadcast", null)], PluginHost.Cause, TestContext.Current.CancellationToken);
        Assert.True(granted.IsSuccess, granted.Error?.Describe());
        Assert.Equal(("2.0.0", PluginState.Running), (host.Host.Plugin("idle").Version, host.Host.Plugin("idle").State));
    }

    [Fact]
    public async Task A_next_version_that_asks_for_what_is_forbidden_waits_in_the_folder_while_the_former_one_runs()
    {
        await using var host = await new PackagesHost().StartAsync();
        await host.InstallAsync(Package.Of("idle"));

        var installed = await host.InstallAsync(Package.Of("idle", "2.0.0", manifest: "[permissions]\nsystem_info = true\n"));

        Assert.True(installed.IsSuccess, installed.Error?.Describe());
        Assert.Equal(("1.0.0", PluginState.Running), (host.Host.Plugin("idle").Version, host.Host.Plugin("idle").State));
        Assert.Equal("permission.asks_for_forbidden", host.Host.Plugin("idle").Pending?.Code.Value);
    }

    [Fact]
    public async Task A_new_plugin_that_asks_for_something_waits()
    {
        await using var host = await new PackagesHost(options => options.Approval = ApprovalPolicy.Ask).StartAsync();

        var installed = await host.InstallAsync(Package.Of("idle", manifest: "[permissions]\nbroadcast = true\n"));

        Assert.Equal(["broadcast"], installed.Value?.PendingPermissions);
        Assert.Equal(PluginState.PendingApproval, host.Host.Plugin("idle").State);
    }
}
