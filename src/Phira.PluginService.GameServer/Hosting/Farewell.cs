using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Lifetime;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Telemetry;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.GameServer.Users;

namespace Phira.PluginService.GameServer.Hosting;

/// <summary>Ends everything that the server has opened. Connections get some time to take their last messages.</summary>
internal sealed partial class Farewell(
    UserDirectory users,
    UserPresence presence,
    RoomDirectory rooms,
    ConnectionTable connections,
    BackgroundTasks background,
    IOptions<GameServerOptions> options,
    TimeProvider timeProvider,
    ILogger<Farewell> logger)
{
    private readonly TimeSpan _limit = TimeSpan.FromMilliseconds(options.Value.FarewellMs);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        presence.Stop();
        foreach (var user in users.All)
        {
            user.Say(GameTexts.Stopping.In(user.Language));
        }

        foreach (var connection in connections.All)
        {
            connection.Close(DisconnectReason.ServerStopping);
        }

        // All others end with their last member.
        foreach (var room in rooms.All.Where(room => room.Snapshot is { Players: [], Monitors: [] }))
        {
            room.Tell(new RoomCommand.Disband(""));
        }

        await DrainAsync(cancellationToken);
    }

    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_limit, timeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await background.DrainAsync(both.Token);
        }
        catch (OperationCanceledException)
        {
            Log.CutOff(logger, connections.Count);
            foreach (var connection in connections.All)
            {
                connection.Abort(DisconnectReason.ServerStopping);
            }

            await background.DrainAsync(cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2070, LogLevel.Warning, "{Count} connections did not take their last messages in time and were cut off")]
        public static partial void CutOff(ILogger logger, int count);
    }
}
