using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Plugins.Health;
using Phira.PluginService.Plugins.Telemetry;

namespace Phira.PluginService.Plugins.Tests.Health;

public sealed class UsageWindowTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly PluginCounters _counters = new();

    [Fact]
    public void What_happened_in_it_counts_and_what_is_longer_ago_does_not()
    {
        var window = new UsageWindow(_counters, _time);
        for (var second = 0; second < 120; second++)
        {
            _counters.CallBegan();
            _counters.CallEnded(TimeSpan.FromMilliseconds(100));
            _counters.GuestError();
            _time.Advance(TimeSpan.FromSeconds(1));
            window.Read();
        }

        var recent = window.Read();
        Assert.Equal((TimeSpan.FromSeconds(60), 60, 60, TimeSpan.FromSeconds(6)), (recent.Span, recent.Calls, recent.Errors, recent.Cpu));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, window.Read().Calls);
    }

    [Fact]
    public void Before_a_minute_has_passed_everything_counts()
    {
        var window = new UsageWindow(_counters, _time);
        _counters.Restarted();
        _time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal((TimeSpan.FromSeconds(30), 1), (window.Read().Span, window.Read().Restarts));
    }
}
