using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Plugins.Tests.Telemetry;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

/// <summary>The uptime of a plugin is measured: it does not depend on the time that the clock shows.</summary>
public sealed class ClockChangeTests
{
    private static readonly TimeSpan Days = TimeSpan.FromDays(2);

    private readonly SettableClock _clock = new();

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task Leaves_the_uptime_as_it_is(int direction)
    {
        await using var host = await new PluginHost(time: _clock).WithEcho().StartAsync();
        using var reader = new InstrumentReader(host);

        _clock.Set(direction * Days);

        Assert.InRange(reader.Value("phira.plugin.uptime", "echo"), 0, TimeSpan.FromDays(1).TotalSeconds);
    }

    [Fact]
    public async Task Gives_a_plugin_that_keeps_crashing_no_further_attempts()
    {
        await using var host = await new PluginHost(
            options => (options.HotReload.MaxRestartAttempts, options.HotReload.RestartCooldownSecs) = (1, 0.01), time: _clock).WithHostile().StartAsync();
        await host.CommandAsync("hostile", "trap");
        await host.UntilAsync(() => host.Plugin("hostile") is { State: PluginState.Running, Usage.Restarts: 1 });

        _clock.Set(Days);
        await host.CommandAsync("hostile", "trap");

        await host.UntilAsync("hostile", PluginState.Quarantined);
    }
}
