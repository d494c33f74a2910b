using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.Fakes;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

/// <summary>A plugin that crashes is started again after a while, and left alone when that does not help.</summary>
public sealed class RestartTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task After_the_cooldown_it_runs_again()
    {
        await using var host = await Host().WithHostile().StartAsync();
        await host.CommandAsync("hostile", "trap");
        var failed = await host.UntilAsync("hostile", PluginState.Failed);
        Assert.Equal((_time.GetUtcNow().AddSeconds(5), "plugin.trap"), (failed.RestartAt, failed.Failure?.Code.Value));

        await RestartAsync(host, 5);

        // The history is written when the restart is done; that it runs can be seen a moment earlier.
        await host.UntilAsync(() => host.Store.Transitions.Count(transition => transition.To == PluginState.Running) == 2);
        var running = host.Plugin("hostile");
        Assert.Equal(("pong", 1, null, null), ((await host.CommandAsync("hostile", "ping")).Value, running.Usage.Restarts, running.RestartAt, running.Failure));
        Assert.Equal(
            ["Running", "Failed", "Compiled", "Loaded", "Initialized", "Running"],
            host.Store.Transitions.TakeLast(6).Select(transition => $"{transition.To}"));
        Assert.All(host.Store.Transitions.TakeLast(5), transition => Assert.Equal("supervisor", transition.Cause.Actor));
    }

    [Fact]
    public async Task Before_that_it_does_not()
    {
        await using var host = await Host().WithHostile().StartAsync();
        await CrashAsync(host);

        _time.Advance(TimeSpan.FromSeconds(5) - TimeSpan.FromTicks(1));
        await host.DoAsync("hostile", PluginOperation.Stop);

        Assert.Equal(PluginState.Failed, host.Plugin("hostile").State);
        await RestartAsync(host, 5);
    }

    [Fact]
    public async Task Meanwhile_commands_say_when_it_is_tried_again_and_events_wait()
    {
        await using var host = await Host().WithEcho(manifest: Echo.Subscribing("user_connect", "user_disconnect")).StartAsync();
        await host.CommandAsync("echo:echo", "trap");
        await host.UntilAsync("echo", PluginState.Failed);

        var refused = await host.CommandAsync("echo", "config");
        host.Events.Publish(new UserConnected(host.Game.Add(1, "Ada")));
        host.Events.Publish(new UserConnected(host.Game.Add(2, "Bob")));

        Assert.Equal("plugin.restarting", refused.Error?.Code.Value);
        Assert.Contains("2026-11-25T12:00:05Z", refused.Error!.Message(Language.Chinese), StringComparison.Ordinal);
        Assert.Equal(2, host.Plugin("echo").Usage.QueueLength);
        await RestartAsync(host, 5, "echo");
        var names = (await new Echo(host).EventsAsync("user-connect", 2)).Select(item => item["payload"]!["user-connect"]!["name"]!.GetValue<string>());
        Assert.Equal(["Ada", "Bob"], names);
    }

    [Fact]
    public async Task It_waits_twice_as_long_each_time_and_after_the_last_attempt_it_is_left_alone()
    {
        await using var host = await Host().WithHostile().StartAsync();
        foreach (var seconds in (int[])[5, 10, 20])
        {
            await CrashAsync(host);
            Assert.Equal(_time.GetUtcNow().AddSeconds(seconds), host.Plugin("hostile").RestartAt);
            await RestartAsync(host, seconds);
        }

        await host.CommandAsync("hostile", "trap");

        var alone = await host.UntilAsync("hostile", PluginState.Quarantined);
        Assert.Equal(("plugin.quarantined", HealthStatus.Critical, null), (alone.Failure?.Code.Value, alone.Health.Status, alone.RestartAt));
        Assert.Contains("crashed 4 times", alone.Failure!.Message(), StringComparison.Ordinal);
        Assert.Equal("command.not_found", (await host.CommandAsync("hostile", "ping")).Error?.Code.Value);
        _time.Advance(TimeSpan.FromDays(1));
        await host.DoAsync("hostile", PluginOperation.Stop);
        Assert.Equal(PluginState.Quarantined, host.Plugin("hostile").State);
    }

    [Fact]
    public async Task After_it_ran_well_for_a_while_it_has_all_attempts_again()
    {
        await using var host = await Host().WithHostile().StartAsync();
        for (var i = 0; i < 5; i++)
        {
            await CrashAsync(host);
            Assert.Equal(_time.GetUtcNow().AddSeconds(5), host.Plugin("hostile").RestartAt);
            await RestartAsync(host, 5);
            _time.Advance(TimeSpan.FromSeconds(60));
        }

        Assert.Equal(5, host.Plugin("hostile").Usage.Restarts);
    }

    [Fact]
    public async Task A_crash_while_it_starts_counts_like_any_other()
    {
        await using var host = await Host()
            .WithHostile(manifest: "\n[config]\nwhen = \"init\"\nattack = \"trap\"\n").StartAsync();

        foreach (var seconds in (int[])[5, 10, 20])
        {
            await host.UntilAsync(() => host.Plugin("hostile").RestartAt == _time.GetUtcNow().AddSeconds(seconds));
            _time.Advance(TimeSpan.FromSeconds(seconds));
        }

        await host.UntilAsync("hostile", PluginState.Quarantined);
        await host.UntilAsync(() => host.Crashes.Reports.Count == 4);
        Assert.Equal(["restart", "restart", "restart", "quarantine"], host.Crashes.Reports.Select(report => report.Consequence));
        Assert.Equal([0, 1, 2, 3], host.Crashes.Reports.Select(report => report.RestartAttempt));
    }

    [Fact]
    public async Task A_plugin_that_says_no_is_not_asked_again()
    {
        await using var host = await Host().WithEcho(manifest: "\n[config]\nfail-init = \"no\"\n").StartAsync();

        Assert.Equal((PluginState.Failed, null), (host.Plugin("echo").State, host.Plugin("echo").RestartAt));
        Assert.Empty(host.Crashes.Reports);
    }

    [Fact]
    public async Task Quarantine_lasts_over_a_restart_of_the_service_until_somebody_loads_it()
    {
        var store = new InMemoryPluginStore();
        await using (var first = await Once(store).WithHostile().StartAsync())
        {
            await first.CommandAsync("hostile", "trap");
            await first.UntilAsync("hostile", PluginState.Quarantined);
        }

        await using (var second = await Once(store).WithHostile().StartAsync())
        {
            Assert.Equal((PluginState.Quarantined, "plugin.in_quarantine"), (second.Plugin("hostile").State, second.Plugin("hostile").Failure?.Code.Value));

            Assert.Equal(PluginState.Running, (await second.DoAsync("hostile", PluginOperation.Load)).Value?.State);
        }

        await using var third = await Once(store).WithHostile().StartAsync();
        Assert.Equal(PluginState.Running, third.Plugin("hostile").State);
    }

    [Fact]
    public async Task After_a_restart_of_the_service_each_reader_is_told_in_their_language_why_it_is_left_alone()
    {
        var store = new InMemoryPluginStore();
        Error last;
        await using (var first = await Once(store).WithHostile().StartAsync())
        {
            await first.CommandAsync("hostile", "trap");
            last = (await first.UntilAsync("hostile", PluginState.Quarantined)).Failure!;
        }

        await using var second = await Once(store).WithHostile().StartAsync();

        var kept = second.Plugin("hostile").Failure!;
        Assert.NotEqual(last.Arguments[2].In(Language.English), last.Arguments[2].In(Language.Chinese));
        Assert.Equal($"This version of the plugin \"hostile\" crashed too often and is quarantined: {last.Arguments[2].In(Language.English)}",
            kept.Message());
        Assert.Equal($"插件“hostile”的此版本崩溃次数过多，已被隔离：{last.Arguments[2].In(Language.Chinese)}", kept.Message(Language.Chinese));
    }

    [Fact]
    public async Task Another_version_is_not_in_quarantine()
    {
        var store = new InMemoryPluginStore();
        await using (var first = await Once(store).WithHostile("plugin").StartAsync())
        {
            await first.CommandAsync("hostile", "trap");
            await first.UntilAsync("plugin", PluginState.Quarantined);
        }

        await using var second = await Once(store).With("plugin", RepositoryFiles.Guest("idle")).StartAsync();
        Assert.Equal(PluginState.Running, second.Plugin("plugin").State);
        Assert.Empty(await store.GetQuarantinesAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Hot_reload_does_not_let_a_version_out_of_quarantine()
    {
        await using var host = await Once(new InMemoryPluginStore()).WithHostile().StartAsync();
        await host.CommandAsync("hostile", "trap");
        await host.UntilAsync("hostile", PluginState.Quarantined);

        var refused = await host.Manager.ExecuteAsync(
            host.Plugin("hostile").Name,
            PluginOperation.Reload,
            cascade: true,
            ChangeCause.ByService(ChangeSource.HotReload, "a file was touched"),
            CancellationToken.None);

        Assert.Equal("plugin.in_quarantine", refused.Error?.Code.Value);
        Assert.Equal(PluginState.Quarantined, host.Plugin("hostile").State);
    }

    [Theory]
    [InlineData(PluginOperation.Unload, PluginState.Unloaded)]
    [InlineData(PluginOperation.Disable, PluginState.Disabled)]
    [InlineData(PluginOperation.Load, PluginState.Running)]
    public async Task Whatever_an_administrator_does_meanwhile_takes_the_place_of_the_attempt(PluginOperation operation, PluginState state)
    {
        await using var host = await Host().WithHostile().StartAsync();
        await CrashAsync(host);

        Assert.Equal(state, (await host.DoAsync("hostile", operation)).Value?.State);

        _time.Advance(TimeSpan.FromMinutes(1));
        await host.DoAsync("hostile", PluginOperation.Start);
        Assert.Equal((state, 0), (host.Plugin("hostile").State, host.Plugin("hostile").Usage.Restarts));
    }

    [Fact]
    public async Task What_needs_it_goes_down_with_it_and_comes_back_with_it()
    {
        await using var host = await Host().WithHostile()
            .With("needs", RepositoryFiles.Guest("idle"), "[dependencies]\nhostile = \"^1.0.0\"\n").StartAsync();
        await CrashAsync(host);

        var held = await host.UntilAsync("needs", PluginState.Failed);
        Assert.Equal("The plugin \"needs\" needs \"hostile\", which is failed.", held.Failure?.Message());

        await RestartAsync(host, 5);
        await host.UntilAsync("needs", PluginState.Running);
    }

    private static PluginHost Once(InMemoryPluginStore store) => new(options => options.HotReload.MaxRestartAttempts = 0, store);

    private static async Task CrashAsync(PluginHost host)
    {
        await host.CommandAsync("hostile", "trap");
        await host.UntilAsync("hostile", PluginState.Failed);

        // The attempt is planned in an operation of the plugin; once a later operation has run, it is.
        await host.DoAsync("hostile", PluginOperation.Start);
    }

    private PluginHost Host() => new(options => options.HotReload.RestartCooldownSecs = 5, time: _time);

    private async Task RestartAsync(PluginHost host, int seconds, string plugin = "hostile")
    {
        await host.DoAsync(plugin, PluginOperation.Start);
        _time.Advance(TimeSpan.FromSeconds(seconds));
        await host.UntilAsync(plugin, PluginState.Running);
    }
}
