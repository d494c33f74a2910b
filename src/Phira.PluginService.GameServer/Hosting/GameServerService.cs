using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Game;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Ports;
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
    PluginPort plugins,
    ServerSwitches switches,
    BackgroundTasks background,
    ILogger<GameServerService> logger) : IHostedService, IGameListener, IDisposable
{
    private readonly CancellationTokenSource _stopped = new();
    private readonly AddressLimiter _addresses = new(sessions.Options.Limits.MaxConnectionsPerAddress);
    private long _lastConnection;

    public int? Port => listener.Port;

    public int ConnectionCount => sessions.Connections.Count;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        sessions.Metrics.Observe(() => ConnectionCount, () => sessions.Connections.Unauthenticated, () => users.OnlineCount, () => rooms.Count);
        listener.Open();
        background.Run("listener", () => listener.AcceptAllAsync(Accept, _stopped.Token));
        plugins.Publish(new ServerStarted());
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        switches.IsStopping = true;
        plugins.Publish(new ServerStopping());
        listener.Close();
        await _stopped.CancelAsync();
        sessions.Presence.Stop();
        foreach (var connection in users.All.Select(user => (user.Connection, user.Language)))
        {
            connection.Connection?.Say(GameTexts.Stopping.In(connection.Language));
        }

        foreach (var connection in sessions.Connections.All)
        {
            connection.Close(DisconnectReason.ServerStopping);
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

    private void Accept(Socket socket)
    {
        var limits = sessions.Options.Limits;
        if (socket.RemoteEndPoint is not IPEndPoint { Address: var address })
        {
            socket.Dispose();
            return;
        }

        if (switches.IsStopping
            || ConnectionCount >= limits.MaxConnections
            || sessions.Connections.Unauthenticated >= limits.MaxUnauthenticated
            || !_addresses.TryEnter(address))
        {
            sessions.Metrics.ConnectionRefused();
            socket.Dispose();
            return;
        }

        var queue = new SendQueue(limits.SendQueue, FramePacing.From(sessions.Options), sessions.Metrics.FrameSent, sessions.Time);
        var connection = new Connection(new ConnectionId(++_lastConnection), socket, address, queue, sessions.Time);
        sessions.Connections.Add(connection);
        background.Run("connection", () => ServeAsync(connection));
    }

    private async Task ServeAsync(Connection connection)
    {
        try
        {
            await new Session(connection, sessions).RunAsync();
        }
        finally
        {
            sessions.Connections.Remove(connection);
            _addresses.Leave(connection.Address);
            await connection.DisposeAsync();
        }
    }

    [LoggerMessage(2070, LogLevel.Warning, "{Count} connections did not take their last messages in time and were cut off")]
    private static partial void LogCutOff(ILogger logger, int count);
}
