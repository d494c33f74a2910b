using System.Globalization;
using Microsoft.Extensions.Hosting.Systemd;
using Phira.PluginService.Core.Game;

namespace Phira.PluginService.Supervision;

/// <summary>
/// Tells systemd when the service is ready and when it stops, asks for the time that rounds in progress need, and proves at regular intervals that the
/// process still runs. Does nothing where systemd has not asked for it.
/// </summary>
/// <param name="watchdog">The interval within which systemd expects to hear from the process; null when it expects none.</param>
internal sealed class SystemdService(ISystemdNotifier notifier, IGameDrain drain, TimeSpan? watchdog, TimeProvider timeProvider)
    : IHostedLifecycleService, IDisposable
{
    // What follows the last round: plugins save their state, connections are closed, the database is written down.
    private static readonly TimeSpan TimeAfterRounds = TimeSpan.FromMinutes(1);

    private static readonly ServiceState Heartbeat = new("WATCHDOG=1");

    private ITimer? _heartbeat;

    /// <summary>Reads the watchdog's interval from the environment, as sd_watchdog_enabled(3) describes.</summary>
    public static TimeSpan? ReadWatchdogInterval(Func<string, string?> environment, int processId)
    {
        var forAnother = environment("WATCHDOG_PID") is { Length: > 0 } pid && pid != processId.ToString(CultureInfo.InvariantCulture);
        return !forAnother && long.TryParse(environment("WATCHDOG_USEC"), NumberStyles.None, CultureInfo.InvariantCulture, out var micros) && micros > 0
            ? TimeSpan.FromMicroseconds(micros)
            : null;
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        notifier.Notify(ServiceState.Ready);
        if (watchdog is { } interval)
        {
            // The timer needs a free thread of the pool: without one the service serves nobody, and systemd restarts it.
            _heartbeat = timeProvider.CreateTimer(_ => notifier.Notify(Heartbeat), state: null, interval / 2, interval / 2);
        }

        return Task.CompletedTask;
    }

    /// <summary>Announces the stop, and asks for the time that it may take.</summary>
    public void AnnounceStop()
    {
        var time = (drain.Status?.TimeLeft ?? TimeSpan.Zero) + TimeAfterRounds;
        notifier.Notify(new ServiceState(string.Create(
            CultureInfo.InvariantCulture,
            $"STOPPING=1\nEXTEND_TIMEOUT_USEC={time.TotalMicroseconds:F0}\nSTATUS=Waiting for {drain.Status?.Rounds ?? 0} rounds in progress")));
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _heartbeat?.Dispose();
}
