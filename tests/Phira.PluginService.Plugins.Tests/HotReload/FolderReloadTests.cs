using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.HotReload;

public sealed class FolderReloadTests
{
    private static readonly ChangeCause Cause = ChangeCause.ByService(ChangeSource.HotReload, "a test", "7");

    [Fact]
    public async Task A_changed_component_replaces_the_running_one_and_hot_reload_stands_in_the_history()
    {
        await using var host = await new PluginHost().WithEcho("pair").StartAsync();
        var before = host.Plugin("pair");
        host.WithHostile("pair");

        Assert.True(await FollowAsync(host, "pair"));

        Assert.NotEqual(before.Sha256, host.Plugin("pair").Sha256);
        Assert.Equal("pong", (await host.CommandAsync("hostile", "ping")).Value);
        Assert.Equal("hot-reload", host.Store.Transitions[^1].Cause.Actor);
    }

    [Fact]
    public async Task A_folder_that_is_as_it_runs_is_left_alone()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var before = host.Plugin("echo").Usage.StartedAt;
        host.WithEcho();

        await FollowAsync(host, "echo");

        Assert.Equal(before, host.Plugin("echo").Usage.StartedAt);
    }

    [Fact]
    public async Task A_half_written_component_is_waited_for_and_reported_once_when_the_rest_does_not_come()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var before = host.Plugin("echo");
        host.Write("echo/guest.wasm", RepositoryFiles.Guest("truncated"));

        Assert.False(await FollowAsync(host, "echo"));
        Assert.Equal(HealthStatus.Healthy, host.Plugin("echo").Health.Status);

        Assert.True(await FollowAsync(host, "echo", final: true));
        Assert.True(await FollowAsync(host, "echo", final: true));
        var after = host.Plugin("echo");
        Assert.Equal((PluginState.Running, before.Sha256), (after.State, after.Sha256));
        Assert.Equal(HealthStatus.Warning, after.Health.Status);
        Assert.StartsWith("文件夹中的内容未被采用", Assert.Single(after.Health.Reasons).In(Language.Chinese), StringComparison.Ordinal);
        Assert.Single(Kept(host, "echo"));
    }

    [Fact]
    public async Task A_version_that_fails_leaves_the_running_one_and_the_reason_shows_until_a_good_one_comes()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var before = host.Plugin("echo").Usage.StartedAt;
        host.WithEcho(manifest: "\n[config]\nfail-init = \"not today\"\n");
        host.Write("echo/guest.wasm", [.. RepositoryFiles.Guest("echo"), .. EmptySection]);

        await FollowAsync(host, "echo");
        await FollowAsync(host, "echo");

        Assert.Equal((PluginState.Running, before), (host.Plugin("echo").State, host.Plugin("echo").Usage.StartedAt));
        Assert.Contains("not today", Assert.Single(host.Plugin("echo").Health.Reasons).In(Language.English), StringComparison.Ordinal);

        host.WithEcho();
        await FollowAsync(host, "echo");
        Assert.Empty(host.Plugin("echo").Health.Reasons);
    }

    [Fact]
    public async Task A_new_folder_is_loaded_unless_the_administrator_wants_it_unloaded()
    {
        var store = new Phira.PluginService.Testing.Fakes.InMemoryPluginStore();
        await store.SetDesiredStateAsync(Core.Ids.PluginName.Parse("quiet"), DesiredState.Unloaded, CancellationToken.None);
        await using var host = await new PluginHost(store: store).StartAsync();
        host.WithEcho().WithEcho("quiet");

        await FollowAsync(host, "echo");
        await FollowAsync(host, "quiet");

        Assert.Equal(PluginState.Running, host.Plugin("echo").State);
        Assert.NotEqual(PluginState.Running, host.Plugin("quiet").State);
    }

    [Fact]
    public async Task A_folder_that_is_gone_unloads_its_plugin_and_loads_it_again_when_it_is_back()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        System.IO.Directory.Move(host.Directory["echo"], host.Directory["_away"]);
        await FollowAsync(host, "echo");
        Assert.Equal(PluginState.Unloaded, host.Plugin("echo").State);

        System.IO.Directory.Move(host.Directory["_away"], host.Directory["echo"]);
        await FollowAsync(host, "echo");
        Assert.Equal(PluginState.Running, host.Plugin("echo").State);
    }

    [Fact]
    public async Task What_needs_a_plugin_whose_folder_is_gone_goes_before_it_and_comes_back_after_it()
    {
        await using var host = await new PluginHost().WithEcho().With(
            "needy", RepositoryFiles.Guest("idle"), "[dependencies]\necho = \"*\"\n").StartAsync();
        System.IO.Directory.Move(host.Directory["echo"], host.Directory["_away"]);

        await FollowAsync(host, "echo");

        var ends = host.Store.Transitions.Where(transition => transition.From == PluginState.Running).Select(transition => transition.Plugin.Value);
        Assert.Equal(["needy", "echo"], ends);
        Assert.Equal(
            (PluginState.Unloaded, "plugin.provider_not_running"), (host.Plugin("needy").State, host.Plugin("needy").Failure?.Code.Value));

        System.IO.Directory.Move(host.Directory["_away"], host.Directory["echo"]);
        await FollowAsync(host, "echo");
        await host.UntilAsync("needy", PluginState.Running);
    }

    [Fact]
    public async Task A_folder_of_another_name_whose_manifest_breaks_leaves_the_running_version()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        await host.DoAsync("echo", PluginOperation.Unload);
        System.IO.Directory.Move(host.Directory["echo"], host.Directory["elsewhere"]);
        await host.DoAsync("echo", PluginOperation.Load);
        host.Write("elsewhere/plugin.toml", "name = = 1\n");

        await FollowAsync(host, "elsewhere", final: true);

        Assert.Equal((PluginState.Running, HealthStatus.Warning), (host.Plugin("echo").State, host.Plugin("echo").Health.Status));
    }

    [Fact]
    public async Task A_folder_whose_manifest_has_another_name_is_another_plugin()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        host.Write("echo/plugin.toml", "name = \"other\"\nversion = \"1.0.0\"\nabi_version = \"1.0.0\"\n" + TestManifests.AllPermissions);

        await FollowAsync(host, "echo");

        Assert.Equal((PluginState.Unloaded, PluginState.Running), (host.Plugin("echo").State, host.Plugin("other").State));
    }

    [Fact]
    public async Task A_plugin_that_failed_is_tried_again_with_its_next_version()
    {
        await using var host = await new PluginHost().With("echo", RepositoryFiles.Guest("truncated")).StartAsync();
        Assert.Equal(PluginState.Failed, host.Plugin("echo").State);
        host.WithEcho();

        await FollowAsync(host, "echo");

        Assert.Equal(PluginState.Running, host.Plugin("echo").State);
    }

    [Fact]
    public async Task A_stopped_plugin_gets_its_next_version_and_stays_stopped()
    {
        await using var host = await new PluginHost().WithEcho("pair").StartAsync();
        await host.DoAsync("pair", PluginOperation.Stop);
        host.WithHostile("pair");

        await FollowAsync(host, "pair");
        Assert.Equal(PluginState.Stopped, host.Plugin("pair").State);

        await host.DoAsync("pair", PluginOperation.Start);
        Assert.Equal("pong", (await host.CommandAsync("hostile", "ping")).Value);
    }

    [Theory]
    [InlineData(false, null, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, true)]
    public async Task The_manifest_overrides_whether_changes_are_followed(bool hosts, bool? own, bool follows)
    {
        var manifest = own is { } enabled ? $"\n[hot_reload]\nenabled = {(enabled ? "true" : "false")}\n" : "";
        await using var host = await new PluginHost(options => options.HotReload.Enabled = hosts).WithEcho("pair", manifest).StartAsync();
        var before = host.Plugin("pair").Sha256;
        host.WithHostile("pair", manifest);

        await FollowAsync(host, "pair");

        Assert.Equal(follows, host.Plugin("pair").Sha256 != before);
    }

    [Fact]
    public async Task Without_restart_on_wasm_change_a_new_version_waits_for_a_request()
    {
        await using var host = await new PluginHost(options => options.HotReload.RestartOnWasmChange = false).WithEcho("pair").StartAsync();
        var before = host.Plugin("pair").Sha256;
        host.WithHostile("pair");

        await FollowAsync(host, "pair");
        Assert.Equal(before, host.Plugin("pair").Sha256);

        await host.DoAsync("pair", PluginOperation.Reload);
        Assert.NotEqual(before, host.Plugin("pair").Sha256);
    }

    // An empty custom section: another component that does the same.
    private static byte[] EmptySection => [0x00, 0x02, 0x01, 0x78];

    internal static Task<bool> FollowAsync(PluginHost host, string folder, bool final = false) =>
        host.Follower.FollowAsync(host.Directory[folder], final, Cause, CancellationToken.None).WaitAsync(PluginHost.Patience);

    private static IEnumerable<string> Kept(PluginHost host, string plugin) =>
        host.PluginLog.Read(Core.Ids.PluginName.Parse(plugin), 100)
            .Select(line => line.Message)
            .Where(message => message.StartsWith("the running version is kept", StringComparison.Ordinal));
}
