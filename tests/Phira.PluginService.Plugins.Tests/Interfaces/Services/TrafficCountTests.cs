using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Plugins.Interfaces.Services;

namespace Phira.PluginService.Plugins.Tests.Interfaces.Services;

public sealed class TrafficCountTests
{
    private static readonly TimeSpan Duration = TimeSpan.FromMilliseconds(2);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_caller_that_has_just_begun_is_not_slow_for_a_minute()
    {
        var count = new TrafficCount(_time);
        count.Add(Duration, failed: false);
        count.Add(Duration, failed: true);
        Assert.Equal(2, count.Read().CallsPerSecond);
        Assert.Equal(1, count.Read().ErrorsPerSecond);

        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(0.5, count.Read().CallsPerSecond);
    }

    [Fact]
    public void Calls_leave_the_rate_after_a_minute_and_stay_in_the_total()
    {
        var count = new TrafficCount(_time);
        count.Add(Duration, failed: true);
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(1 / 60.0, count.Read().CallsPerSecond);

        _time.Advance(TimeSpan.FromSeconds(1));
        var reading = count.Read();
        Assert.Equal((0, 0), (reading.CallsPerSecond, reading.ErrorsPerSecond));
        Assert.Equal((1, 1, Duration), (reading.Calls, reading.Errors, reading.Duration));

        count.Add(Duration, failed: false);
        Assert.Equal(1 / 60.0, count.Read().CallsPerSecond);
    }
}
