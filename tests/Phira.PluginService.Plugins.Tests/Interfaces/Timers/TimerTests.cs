using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Interfaces.Timers;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Interfaces.Timers;

public sealed class TimerTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_timer_fires_once_after_its_delay()
    {
        await using var host = await new PluginHost(time: _time).WithEcho().StartAsync();
        var echo = new Echo(host);
        var id = await SetAsync(echo, 1000, repeats: false);

        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Empty(await FiredAsync(echo));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([id], await FiredAsync(echo));
        _time.Advance(TimeSpan.FromMilliseconds(5000));

        Assert.Equal([id], await FiredAsync(echo));
        Assert.Equal(("not-found", $"timer {id}"), await echo.ErrorAsync("timers.cancel-timer", id));
    }

    [Fact]
    public async Task A_repeating_timer_fires_until_it_is_cancelled()
    {
        await using var host = await new PluginHost(time: _time).WithEcho().StartAsync();
        var echo = new Echo(host);
        var id = await SetAsync(echo, 100, repeats: true);
        for (var round = 1; round <= 3; round++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            Assert.Equal(round, (await FiredAsync(echo)).Length);
        }

        await echo.OkAsync("timers.cancel-timer", id);
        _time.Advance(TimeSpan.FromMilliseconds(1000));

        Assert.Equal(3, (await FiredAsync(echo)).Length);
    }

    [Fact]
    public async Task Repetitions_that_a_plugin_is_too_slow_for_are_skipped()
    {
        await using var host = await new PluginHost(time: _time).WithEcho().StartAsync();
        var echo = new Echo(host);
        await SetAsync(echo, 10, repeats: true);
        using var held = await HeldCall.BeginAsync(host);

        for (var round = 0; round < 50; round++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(10));
        }

        await held.LetGoAsync();
        Assert.Single(await FiredAsync(echo));
    }

    [Fact]
    public async Task The_least_delay_is_10_milliseconds()
    {
        await using var host = await new PluginHost(time: _time).WithEcho().StartAsync();
        var echo = new Echo(host);
        await SetAsync(echo, 0, repeats: false);

        _time.Advance(TimeSpan.FromMilliseconds(9));
        Assert.Empty(await FiredAsync(echo));
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Single(await FiredAsync(echo));
    }

    [Fact]
    public async Task A_plugin_has_so_many_timers_and_no_more()
    {
        await using var host = await new PluginHost(time: _time, services: PluginHost.Settings(new TimersOptions { TimersPerPlugin = 2 }))
            .WithEcho().StartAsync();
        var echo = new Echo(host);
        await SetAsync(echo, 100, repeats: false);
        var second = await SetAsync(echo, 100, repeats: false);

        Assert.Equal(("quota-exceeded", "timers_per_plugin: at most 2"), await echo.ErrorAsync("timers.set-timer", 100, false));

        await echo.OkAsync("timers.cancel-timer", second);
        await SetAsync(echo, 100, repeats: false);
        Assert.Equal(1, host.Plugin("echo").Usage.LimitHits);
    }

    [Fact]
    public async Task The_timers_of_a_version_end_with_it()
    {
        await using var host = await new PluginHost(time: _time).WithEcho().StartAsync();
        var echo = new Echo(host);
        await SetAsync(echo, 10, repeats: true);
        await host.DoAsync("echo", PluginOperation.Reload);

        _time.Advance(TimeSpan.FromMilliseconds(1000));
        Assert.Empty(await FiredAsync(echo));

        // The new version has numbers of its own.
        var id = await SetAsync(echo, 10, repeats: false);
        _time.Advance(TimeSpan.FromMilliseconds(10));
        Assert.Equal([id], await FiredAsync(echo));
    }

    [Fact]
    public async Task A_timer_under_way_when_the_version_changes_is_not_for_the_next_one()
    {
        await using var host = await new PluginHost(time: _time).WithEcho().StartAsync();
        var echo = new Echo(host);
        await SetAsync(echo, 10, repeats: false);
        using var held = await HeldCall.BeginAsync(host);
        _time.Advance(TimeSpan.FromMilliseconds(10));

        var reload = host.DoAsync("echo", PluginOperation.Reload);
        await held.LetGoAsync();
        await reload;

        Assert.Empty(await FiredAsync(echo));
        Assert.Equal(0, host.Plugin("echo").Usage.Errors);
    }

    [Fact]
    public async Task Without_the_permission_there_are_none()
    {
        await using var host = await new PluginHost(time: _time)
            .With("echo", RepositoryFiles.Guest("echo"), "[permissions]\nregister_commands = true\n").StartAsync();

        var echo = new Echo(host);
        var refused = ("permission-denied", "timers: The manifest does not ask for timers. Add timers = true under [permissions] in plugin.toml.");
        Assert.Equal(refused, await echo.ErrorAsync("timers.set-timer", 100, false));
        Assert.Equal(refused, await echo.ErrorAsync("timers.cancel-timer", 1));
    }

    private static async Task<uint> SetAsync(Echo echo, uint delay, bool repeats) =>
        (await echo.OkAsync("timers.set-timer", delay, repeats))!.GetValue<uint>();

    // A command overtakes what waits in the mailbox; an event that has arrived proves that all before it has.
    private static async Task<uint[]> FiredAsync(Echo echo)
    {
        await echo.OkAsync("events.subscribe-event", "tests.mark", null);
        var before = (await echo.EventsAsync("custom", 0)).Count;
        await echo.OkAsync("events.emit-event", "tests.mark", "null");
        await echo.EventsAsync("custom", before + 1);
        return
        [
            .. (await echo.ReadAsync("calls")).AsArray()
                .Where(call => call!.AsObject().ContainsKey("on-timer"))
                .Select(call => call!["on-timer"]!.GetValue<uint>()),
        ];
    }
}
