using Phira.PluginService.Hosting;

namespace Phira.PluginService.Tests.Telemetry;

public sealed class UptimeTests
{
    [Theory]
    [InlineData(-2)]
    [InlineData(2)]
    public void Does_not_follow_a_clock_that_somebody_sets(int hours)
    {
        var clock = new ClockThatIsSet();
        var info = new ServiceInfo(clock);

        clock.Elapsed = TimeSpan.FromSeconds(90);
        clock.Now += TimeSpan.FromHours(hours);

        Assert.Equal(TimeSpan.FromSeconds(90), info.Uptime);
    }

    private sealed class ClockThatIsSet : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

        public TimeSpan Elapsed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => Elapsed.Ticks;
    }
}
