using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Lifetime;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Telemetry;
using Phira.PluginService.GameServer.Text;

namespace Phira.PluginService.GameServer.Users;

/// <summary>Keeps the places of users whose connection is lost, and removes users.</summary>
internal sealed class UserPresence : IDisposable
{
    private readonly UserDirectory _users;
    private readonly RoomDirectory _rooms;
    private readonly IGameEvents _events;
    private readonly BackgroundTasks _background;
    private readonly GameServerOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly CancellationTokenSource _stopping = new();

    public UserPresence(
        UserDirectory users, RoomDirectory rooms, IGameEvents events, BackgroundTasks background,
        IOptions<GameServerOptions> options, TimeProvider timeProvider)
    {
        _users = users;
        _rooms = rooms;
        _events = events;
        _background = background;
        _options = options.Value;
        _timeProvider = timeProvider;
        users.Abandoned += entry => background.Run("abandoned user", () => RemoveAsync(entry, epoch: null, SessionEndReason.Timeout));
    }

    /// <summary>
    /// Handles the end of a connection. A user in a room keeps the place for a while; anybody else, and everybody once the server
    /// stops, is removed at once.
    /// </summary>
    public async Task LostAsync(UserEntry entry, IUserConnection connection, long lastPacketAt)
    {
        if (!_users.TryDetach(entry, connection, out var epoch))
        {
            return;
        }

        var room = _stopping.IsCancellationRequested ? null : _rooms.Find(entry.Snapshot);
        if (room is not null)
        {
            await room.InsistAsync(new RoomCommand.Detach(entry.Id, connection.Id));
        }

        if (entry.Connections.Count > 0)
        {
            // Another connection acts for the user.
            return;
        }

        if (room is not null)
        {
            var grace = TimeSpan.FromSeconds(
                room.Snapshot.Phase == RoomPhase.Playing ? _options.PlayingReconnectGraceSecs : _options.ReconnectGraceSecs);
            var remaining = grace - _timeProvider.GetElapsedTime(lastPacketAt);
            if (remaining > TimeSpan.Zero)
            {
                _background.Run("reconnect grace", () => RemoveLaterAsync(entry, epoch, remaining));
                return;
            }
        }

        await RemoveAsync(entry, epoch, ReasonOf(connection.Reason));
    }

    /// <summary>Shows the reason, closes the connection and removes the user.</summary>
    public async Task KickAsync(UserEntry entry, string reason)
    {
        foreach (var connection in entry.Connections)
        {
            connection.Say(reason);
            connection.Close(DisconnectReason.Kicked);
        }

        await RemoveAsync(entry, epoch: null, SessionEndReason.Kicked);
    }

    /// <summary>Closes connections that no longer act for their user, and waits for what their last requests may still change.</summary>
    public static async Task ReplaceAsync(UserEntry entry, IReadOnlyList<IUserConnection> displaced, CancellationToken cancellationToken)
    {
        foreach (var connection in displaced)
        {
            connection.Say(GameTexts.LoggedInElsewhere.In(entry.Language));
            connection.Close(DisconnectReason.Replaced);
        }

        await Task.WhenAll(displaced.Select(connection => connection.Handled)).WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Ends the user's other connections. Outside of a room only one acts for a user: two could take the user into two rooms.
    /// </summary>
    public Task KeepOnlyAsync(UserEntry entry, IUserConnection connection, CancellationToken cancellationToken) =>
        ReplaceAsync(entry, _users.KeepOnly(entry, connection), cancellationToken);

    /// <summary>Stops keeping places of absent users.</summary>
    public void Stop() => _stopping.Cancel();

    public void Dispose() => _stopping.Dispose();

    private async Task RemoveLaterAsync(UserEntry entry, int epoch, TimeSpan remaining)
    {
        await Task.Delay(remaining, _timeProvider, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await RemoveAsync(entry, epoch, _stopping.IsCancellationRequested ? SessionEndReason.Shutdown : SessionEndReason.Timeout);
    }

    private static SessionEndReason ReasonOf(DisconnectReason reason) => reason switch
    {
        DisconnectReason.PeerClosed => SessionEndReason.Quit,
        DisconnectReason.Silence => SessionEndReason.Timeout,
        DisconnectReason.Kicked => SessionEndReason.Kicked,
        DisconnectReason.ServerStopping => SessionEndReason.Shutdown,
        _ => SessionEndReason.Error,
    };

    private async Task RemoveAsync(UserEntry entry, int? epoch, SessionEndReason reason)
    {
        if (!_users.TryBeginRemoval(entry, epoch))
        {
            return;
        }

        try
        {
            // A request of the closing connection may still be taking the user into a room.
            await Task.WhenAll(entry.Connections.Select(connection => connection.Handled));

            if (_rooms.Find(entry.Snapshot) is { } room)
            {
                await room.InsistAsync(new RoomCommand.Leave(entry.Id));
            }

            if (_users.TryAnnounceEnd(entry))
            {
                var user = entry.Snapshot with { IsConnected = false };
                _events.Publish(new SessionEnded(user, reason));
                _events.Publish(new UserDisconnected(user));
            }
        }
        finally
        {
            _users.EndRemoval(entry);
        }
    }
}
