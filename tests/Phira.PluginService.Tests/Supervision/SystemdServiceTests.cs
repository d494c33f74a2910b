using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Supervision;

namespace Phira.PluginService.Tests.Supervision;

public sealed class SystemdServiceTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly RecordedStates _states = new();

    [Fact]
    public async Task Sends_two_heartbeats_in_each_interval_from_the_start()
    {
        using var service = Create(TimeSpan.FromSeconds(30));

        await service.StartedAsync(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(14));
        Assert.Equal(["READY=1"], _states.All);

        _time.Advance(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(["READY=1", "WATCHDOG=1", "WATCHDOG=1"], _states.All);
    }

    [Fact]
    public async Task Sends_no_heartbeat_that_is_not_asked_for()
    {
        using var service = Create(watchdog: null);

        await service.StartedAsync(TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(["READY=1"], _states.All);
    }

    [Fact]
    public void Asks_for_the_time_of_the_rounds_in_progress_and_a_minute_when_it_stops()
    {
        using var service = Create(watchdog: null, new GameDrainStatus(2, TimeSpan.FromSeconds(20)));

        service.AnnounceStop();

        Assert.Equal("STOPPING=1\nEXTEND_TIMEOUT_USEC=80000000\nSTATUS=Waiting for 2 rounds in progress", Assert.Single(_states.All));
    }

    [Theory]
    [InlineData("60000000", null, 60.0)]
    [InlineData("60000000", "42", 60.0)]
    [InlineData("500000", "42", 0.5)]
    [InlineData("60000000", "41", null)]
    [InlineData("0", "42", null)]
    [InlineData("soon", null, null)]
    [InlineData(null, "42", null)]
    public void The_watchdog_is_read_as_systemd_writes_it(string? micros, string? processId, double? seconds)
    {
        var interval = SystemdService.ReadWatchdogInterval(
            name => name switch { "WATCHDOG_USEC" => micros, "WATCHDOG_PID" => processId, _ => null }, processId: 42);

        Assert.Equal(seconds, interval?.TotalSeconds);
    }

    private SystemdService Create(TimeSpan? watchdog, GameDrainStatus? status = null) => new(_states, new KnownDrain(status), watchdog, _time);

    private sealed class RecordedStates : ISystemdNotifier
    {
        public List<string> All { get; } = [];

        public bool IsEnabled => true;

        public void Notify(ServiceState state) => All.Add(state.ToString()!);
    }

    private sealed class KnownDrain(GameDrainStatus? status) : IGameDrain
    {
        public GameDrainStatus? Status => status;

        public Task DrainAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
