using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.GameServer.Users;

namespace Phira.PluginService.GameServer.Hosting;

/// <summary>Lets the rounds that are being played end before the server does, up to a limit. No other round begins meanwhile.</summary>
internal sealed partial class LastRounds(
    RoomDirectory rooms, UserDirectory users, IOptions<GameServerOptions> options, TimeProvider time, ILogger<LastRounds> logger)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly TimeSpan _limit = TimeSpan.FromSeconds(options.Value.ShutdownRoundSecs);

    /// <param name="cancellationToken">Those who wait for the server's end have no more time.</param>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        var startedAt = time.GetTimestamp();
        var rounds = CountRounds();
        if (_limit == TimeSpan.Zero || rounds == 0)
        {
            return;
        }

        LogWaiting(logger, rounds, _limit);
        foreach (var entry in users.All)
        {
            entry.Say(GameTexts.StoppingAfterRounds.In(entry.Language));
        }

        while (CountRounds() > 0 && time.GetElapsedTime(startedAt) < _limit && !cancellationToken.IsCancellationRequested)
        {
            foreach (var room in rooms.All.Where(room => room.Snapshot.Phase == RoomPhase.WaitingForReady))
            {
                room.Tell(new RoomCommand.CancelReady(By: null));
            }

            await Task.Delay(Glance, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private int CountRounds() => rooms.All.Count(room => room.Snapshot.Phase == RoomPhase.Playing);

    [LoggerMessage(2075, LogLevel.Information, "The server stops when {Rounds} rounds have ended, or after {Limit}")]
    private static partial void LogWaiting(ILogger logger, int rounds, TimeSpan limit);
}
