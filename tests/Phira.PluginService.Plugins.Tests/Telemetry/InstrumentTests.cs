using System.Diagnostics.Metrics;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Sandbox.Limits;

namespace Phira.PluginService.Plugins.Tests.Telemetry;

public sealed class InstrumentTests
{
    [Fact]
    public async Task Every_plugin_has_every_instrument()
    {
        await using var host = await new PluginHost().WithEcho("one").WithEcho("two").StartAsync();
        using var reader = new InstrumentReader(host);

        foreach (var instrument in (string[])
        [
            "phira.plugin.state", "phira.plugin.memory", "phira.plugin.memory.peak", "phira.plugin.queue.length",
            "phira.plugin.active_requests", "phira.plugin.uptime", "phira.plugin.start.duration", "phira.plugin.compile.duration",
            "phira.plugin.cpu.time", "phira.plugin.calls", "phira.plugin.errors", "phira.plugin.traps", "phira.plugin.drops",
            "phira.plugin.restarts", "phira.plugin.log.drops",
        ])
        {
            Assert.Equal(["one", "two"], reader.Plugins(instrument));
        }
    }

    [Fact]
    public async Task They_say_what_the_snapshot_says()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        await host.CommandAsync("echo", "fail on purpose");
        using var reader = new InstrumentReader(host);

        var usage = host.Plugin("echo").Usage;

        Assert.Equal(usage.Calls, reader.Value("phira.plugin.calls", "echo"));
        Assert.Equal(1, reader.Value("phira.plugin.errors", "echo"));
        Assert.Equal(usage.MemoryBytes, reader.Value("phira.plugin.memory", "echo"));
        Assert.True(usage.LinearMemoryBytes >= 65536);
        Assert.True(usage.TableBytes > 0);
        Assert.True(usage.InstanceBytes > 0);
        Assert.Equal(usage.MemoryBytes, usage.LinearMemoryBytes + usage.TableBytes + usage.InstanceBytes + usage.HandleBytes);
        Assert.Equal(
            new Dictionary<string, double>
            {
                ["linear"] = usage.LinearMemoryBytes,
                ["tables"] = usage.TableBytes,
                ["instances"] = usage.InstanceBytes,
                ["handles"] = usage.HandleBytes,
            },
            reader.Values("phira.plugin.memory.part", "echo", "kind"));
        Assert.True(reader.Value("phira.plugin.cpu.time", "echo") > 0);
        Assert.True(reader.Value("phira.plugin.start.duration", "echo") > 0);
        Assert.True(reader.Value("phira.plugin.uptime", "echo") >= 0);
        Assert.Equal("running", reader.Label("phira.plugin.state", "echo", "state"));
    }

    [Fact]
    public async Task Calls_and_host_calls_are_measured_by_function()
    {
        await using var host = await new PluginHost().WithEcho(manifest: Echo.Subscribing("user_connect")).StartAsync();
        using var reader = new InstrumentReader(host);
        var echo = new Echo(host);

        host.Events.Publish(new UserConnected(host.Game.Add(1, "a")));
        await echo.EventsAsync("user-connect");
        await echo.OkAsync("users.get-online-user-count");
        await echo.OkAsync("storage.get", "k");

        Assert.Equal(1, reader.Recorded("phira.plugin.call.duration", "event-handler.on-event"));
        Assert.True(reader.Recorded("phira.plugin.call.duration", "command-handler.on-command") >= 3);
        Assert.Equal(1, reader.Recorded("phira.plugin.host_call.duration", "users.get-online-user-count"));
        Assert.Equal(1, reader.Recorded("phira.plugin.host_call.duration", "storage.get"));
        Assert.Equal(1, reader.Recorded("phira.plugin.host_call.duration", "log.write"));
    }

    [Fact]
    public async Task A_trap_and_a_limit_are_counted_by_name()
    {
        await using var host = await new PluginHost()
            .WithHostile("trapping").WithHostile("looping", "\n[limits]\nmax_cpu_time_ms = 20\n").StartAsync();
        await host.CommandAsync("trapping:hostile", "trap");
        await host.CommandAsync("looping:hostile", "loop");
        await host.UntilAsync("trapping", PluginState.Failed);
        await host.UntilAsync("looping", PluginState.Failed);
        using var reader = new InstrumentReader(host);

        Assert.Equal(1, reader.Value("phira.plugin.traps", "trapping"));
        Assert.Equal(0, reader.Value("phira.plugin.traps", "looping"));
        Assert.Equal(
            LimitNames.All.Order(StringComparer.Ordinal).Select(limit => KeyValuePair.Create(limit, limit == LimitNames.MaxCpuTime ? 1.0 : 0)),
            reader.Values("phira.plugin.limit_hits", "looping", "limit").OrderBy(hit => hit.Key, StringComparer.Ordinal));
        Assert.All(reader.Values("phira.plugin.limit_hits", "trapping", "limit").Values, hits => Assert.Equal(0, hits));
        Assert.Equal("failed", reader.Label("phira.plugin.state", "looping", "state"));
    }

    [Fact]
    public async Task The_health_of_a_plugin_is_the_one_status_with_1()
    {
        await using var host = await new PluginHost().WithEcho().WithHostile().StartAsync();
        await host.CommandAsync("hostile", "trap");
        await host.UntilAsync("hostile", PluginState.Failed);
        using var reader = new InstrumentReader(host);

        Assert.Equal(
            new Dictionary<string, double> { ["unknown"] = 0, ["healthy"] = 1, ["warning"] = 0, ["critical"] = 0 },
            reader.Values("phira.plugin.health", "echo", "status"));
        Assert.Equal(
            new Dictionary<string, double> { ["unknown"] = 0, ["healthy"] = 0, ["warning"] = 0, ["critical"] = 1 },
            reader.Values("phira.plugin.health", "hostile", "status"));
    }

    [Fact]
    public async Task Reloads_are_counted_by_their_outcome()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        using var reader = new InstrumentReader(host);
        Assert.Equal(new Dictionary<string, double> { ["ok"] = 0, ["failed"] = 0 }, reader.Values("phira.plugin.reloads", "echo", "outcome"));

        Assert.True((await host.DoAsync("echo", PluginOperation.Reload)).IsSuccess);
        host.Write("echo/guest.wasm", [1, 2, 3]);
        Assert.False((await host.DoAsync("echo", PluginOperation.Reload)).IsSuccess);

        Assert.Equal(new Dictionary<string, double> { ["ok"] = 1, ["failed"] = 1 }, reader.Values("phira.plugin.reloads", "echo", "outcome"));
    }

    [Fact]
    public async Task Compilations_are_counted_by_their_outcome()
    {
        await using var host = await new PluginHost().StartAsync();
        using var reader = new InstrumentReader(host);
        string[] outcomes = ["cached", "compiled", "failed", "invalid", "refused"];
        Assert.Equal(outcomes.ToDictionary(outcome => outcome, _ => 0.0), reader.Values("phira.compile.requests", "outcome"));

        await host.WithEcho().DoAsync("echo", PluginOperation.Load);
        await host.DoAsync("echo", PluginOperation.Reload);

        var counted = reader.Values("phira.compile.requests", "outcome");
        Assert.Equal(2, counted["compiled"] + counted["cached"]);
        Assert.True(counted["cached"] >= 1);
        Assert.Equal(0, counted["failed"] + counted["invalid"] + counted["refused"]);
        Assert.Equal(0, reader.Value("phira.compile.queue.length"));
        Assert.True(reader.Value("phira.compile.workers.busy") >= 0);
    }

    [Fact]
    public async Task Durations_are_told_apart_from_microseconds_to_seconds()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        using var reader = new InstrumentReader(host);

        var histograms = reader.Published.OfType<Histogram<double>>().ToList();

        Assert.Equal(
            ["phira.plugin.call.duration", "phira.plugin.host_call.duration", "phira.plugin.service_call.duration"],
            histograms.Select(histogram => histogram.Name).Order(StringComparer.Ordinal));
        Assert.All(histograms, histogram =>
        {
            var boundaries = histogram.Advice!.HistogramBucketBoundaries!;
            Assert.Equal((0.00001, 5), (boundaries[0], boundaries[^1]));
            Assert.All(boundaries.Zip(boundaries.Skip(1)), pair => Assert.InRange(pair.Second / pair.First, 1.9, 2.6));
        });
    }

    [Fact]
    public async Task Log_lines_beyond_the_rate_are_counted()
    {
        await using var host = await new PluginHost(options => options.LogLinesPerSecond = 1).WithHostile().StartAsync();
        await host.CommandAsync("hostile", "logflood 1000");
        using var reader = new InstrumentReader(host);

        Assert.InRange(reader.Value("phira.plugin.log.drops", "hostile"), 900, 1000);
    }

    [Theory]
    [InlineData("after")]
    [InlineData("before")]
    public async Task Errors_that_handlers_return_are_lines_of_the_plugin_and_have_its_rate(string phase)
    {
        await using var host = await new PluginHost(options => options.LogLinesPerSecond = 1)
            .WithHostile(manifest: $"\n[config]\nwhen = \"event\"\nattack = \"error\"\nphase = \"{phase}\"\n").StartAsync();
        for (var i = 1; i <= 100; i++)
        {
            var connected = new UserConnected(host.Game.Add(i, "a"));
            host.Events.Publish(connected);
            await host.Events.OfferAsync(connected, CancellationToken.None);
        }

        while (host.Plugin("hostile").Usage.Errors < 100)
        {
            await host.CommandAsync("hostile", "ping");
        }

        using var reader = new InstrumentReader(host);
        Assert.InRange(reader.Value("phira.plugin.log.drops", "hostile"), 50, 100);
    }

    [Fact]
    public async Task Timers_that_fail_do_not_flood_the_log_either()
    {
        await using var host = await new PluginHost(options => options.LogLinesPerSecond = 0)
            .WithHostile(manifest: "\n[config]\nwhen = \"timer\"\nattack = \"error\"\n").StartAsync();

        while (host.Plugin("hostile").Usage.Errors == 0)
        {
            await host.CommandAsync("hostile", "ping");
        }

        using var reader = new InstrumentReader(host);
        Assert.Equal(1, reader.Value("phira.plugin.log.drops", "hostile"));
    }

    [Fact]
    public async Task Restarts_and_events_that_crashed_a_plugin_twice_are_counted()
    {
        var time = new FakeTimeProvider();
        await using var host = await new PluginHost(options => options.HotReload.RestartCooldownSecs = 5, time: time)
            .WithEcho(manifest: $"{Echo.Subscribing("user_connect")}poison = \"Mallory\"\n").StartAsync();
        host.Events.Publish(new UserConnected(host.Game.Add(1, "Mallory")));
        foreach (var seconds in (int[])[5, 10])
        {
            await host.UntilAsync("echo", PluginState.Failed);
            await host.DoAsync("echo", PluginOperation.Start);
            var restarts = host.Plugin("echo").Usage.Restarts;
            time.Advance(TimeSpan.FromSeconds(seconds));
            await host.UntilAsync(() => host.Plugin("echo").Usage.Restarts > restarts);
        }

        using var reader = new InstrumentReader(host);
        Assert.Equal(
            (2, 1, 2),
            (reader.Value("phira.plugin.restarts", "echo"), reader.Value("phira.plugin.events.skipped", "echo"), reader.Value("phira.plugin.traps", "echo")));
    }
}
