using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Lifetime;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.GameServer.Users;

namespace Phira.PluginService.GameServer.Hosting;

/// <summary>Lets the rounds in progress end before the server does, up to a limit. No other round begins meanwhile.</summary>
internal sealed partial class GameDrain(
    RoomDirectory rooms,
    UserDirectory users,
    ServerSwitches switches,
    IGameEvents events,
    IOptions<GameServerOptions> options,
    TimeProvider timeProvider,
    ILogger<GameDrain> logger) : IGameDrain
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly TimeSpan _limit = TimeSpan.FromSeconds(options.Value.ShutdownRoundSecs);
    private Task? _drain;
    private long _startedAt;

    public GameDrainStatus? Status => switches.IsStopping ? new GameDrainStatus(CountRounds(), TimeLeft) : null;

    private TimeSpan TimeLeft
    {
        get
        {
            var left = _limit - timeProvider.GetElapsedTime(_startedAt);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    public Task DrainAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _drain ??= RunAsync(cancellationToken);
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        _startedAt = timeProvider.GetTimestamp();
        switches.IsStopping = true;

        // Players and plugins are told outside the lock.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        rooms.Close();
        events.Publish(new ServerStopping());
        var rounds = CountRounds();
        if (_limit == TimeSpan.Zero || rounds == 0)
        {
            return;
        }

        Log.Waiting(logger, rounds, _limit.TotalSeconds);
        var text = GameTexts.StoppingAfterRounds(_limit);
        foreach (var entry in users.All)
        {
            entry.Say(text.In(entry.Language));
        }

        while (CountRounds() > 0 && TimeLeft > TimeSpan.Zero && !cancellationToken.IsCancellationRequested)
        {
            foreach (var room in rooms.All.Where(room => room.Snapshot.Phase == RoomPhase.WaitingForReady))
            {
                room.Tell(new RoomCommand.CancelReady(By: null));
            }

            await Task.Delay(PollInterval, timeProvider, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private int CountRounds() => rooms.All.Count(room => room.Snapshot.Phase == RoomPhase.Playing);

    private static partial class Log
    {
        [LoggerMessage(2075, LogLevel.Information, "The server stops when the rounds in progress ({Rounds}) have ended, after {Seconds} s at the latest")]
        public static partial void Waiting(ILogger logger, int rounds, double seconds);
    }
}
