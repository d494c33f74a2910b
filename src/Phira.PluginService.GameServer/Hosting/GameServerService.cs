using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Game;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Sessions;
using Phira.PluginService.GameServer.Telemetry;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.GameServer.Users;

namespace Phira.PluginService.GameServer.Hosting;

/// <summary>Starts the game server with the host and stops it: nobody is cut off in the middle of a sentence.</summary>
internal sealed partial class GameServerService(
    GameListener listener,
    SessionServices sessions,
    UserDirectory users,
    RoomDirectory rooms,
    ConnectionAdmission admission,
    ConnectionHandler connections,
    StateLoader stored,
    GameDrain drain,
    IGameEvents events,
    BackgroundTasks background,
    ILogger<GameServerService> logger) : IHostedService, IGameServerStatus, IDisposable
{
    private readonly CancellationTokenSource _stopped = new();

    public int? Port => listener.Port;

    public int ConnectionCount => sessions.Connections.Count;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await stored.LoadAsync(cancellationToken);
        sessions.Metrics.Observe(() => ConnectionCount, () => admission.Unauthenticated, () => users.OnlineCount, () => rooms.Count);
        listener.Open();
        background.Run("listener", () => listener.AcceptAllAsync(connections.Accept, _stopped.Token));
        events.Publish(new ServerStarted());
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // Done already where the process waited for it with everything else still running.
        await drain.DrainAsync(cancellationToken);
        listener.Close();
        await _stopped.CancelAsync();
        sessions.Presence.Stop();
        foreach (var user in users.All)
        {
            user.Say(GameTexts.Stopping.In(user.Language));
        }

        foreach (var connection in sessions.Connections.All)
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

    public void Dispose() => _stopped.Dispose();

    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        using var farewell = new CancellationTokenSource(TimeSpan.FromMilliseconds(sessions.Options.FarewellMs), sessions.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(farewell.Token, cancellationToken);
        try
        {
            await background.DrainAsync(both.Token);
        }
        catch (OperationCanceledException)
        {
            LogCutOff(logger, ConnectionCount);
            foreach (var connection in sessions.Connections.All)
            {
                connection.Abort(DisconnectReason.ServerStopping);
            }

            await background.DrainAsync(cancellationToken);
        }
    }

    [LoggerMessage(2070, LogLevel.Warning, "{Count} connections did not take their last messages in time and were cut off")]
    private static partial void LogCutOff(ILogger logger, int count);
}
