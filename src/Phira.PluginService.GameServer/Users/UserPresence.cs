using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Hosting;
using Phira.PluginService.GameServer.Ports;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Telemetry;

namespace Phira.PluginService.GameServer.Users;

/// <summary>What happens to users whose connection is lost, and how users are removed.</summary>
internal sealed class UserPresence : IDisposable
{
    private readonly UserDirectory _users;
    private readonly RoomDirectory _rooms;
    private readonly PluginPort _plugins;
    private readonly BackgroundTasks _background;
    private readonly GameServerOptions _options;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stopping = new();

    public UserPresence(
        UserDirectory users, RoomDirectory rooms, PluginPort plugins, BackgroundTasks background, IOptions<GameServerOptions> options, TimeProvider time)
    {
        _users = users;
        _rooms = rooms;
        _plugins = plugins;
        _background = background;
        _options = options.Value;
        _time = time;
        users.Abandoned += entry => background.Run("abandoned user", () => RemoveAsync(entry, epoch: null));
    }

    /// <summary>
    /// A connection has ended. A user in a room keeps the place for a while; anybody else, and everybody once the server
    /// stops, is removed at once.
    /// </summary>
    /// <param name="entry">The user.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="lastPacketAt">Timestamp of its last packet, from which the time counts.</param>
    public async Task LostAsync(UserEntry entry, IUserConnection connection, long lastPacketAt)
    {
        if (!_users.TryDetach(entry, connection, out var epoch))
        {
            return;
        }

        if (RoomOf(entry) is { } room && !_stopping.IsCancellationRequested)
        {
            await room.InsistAsync(new RoomCommand.Detach(entry.Id, connection.Id));
            var grace = TimeSpan.FromSeconds(
                room.Snapshot.Phase == RoomPhase.Playing ? _options.PlayingReconnectGraceSecs : _options.ReconnectGraceSecs);
            var remaining = grace - _time.GetElapsedTime(lastPacketAt);
            if (remaining > TimeSpan.Zero)
            {
                _background.Run("reconnect grace", () => RemoveLaterAsync(entry, epoch, remaining));
                return;
            }
        }

        await RemoveAsync(entry, epoch);
    }

    /// <summary>Shows the reason, closes the connection and removes the user.</summary>
    public async Task KickAsync(UserEntry entry, string reason)
    {
        if (entry.Connection is { } connection)
        {
            connection.Say(reason);
            connection.Close(DisconnectReason.Kicked);
        }

        await RemoveAsync(entry, epoch: null);
    }

    /// <summary>Nobody's place is kept any longer.</summary>
    public void Stop() => _stopping.Cancel();

    public void Dispose() => _stopping.Dispose();

    private RoomActor? RoomOf(UserEntry entry) => entry.Snapshot.Room is { } room ? _rooms.Find(room) : null;

    private async Task RemoveLaterAsync(UserEntry entry, int epoch, TimeSpan remaining)
    {
        await Task.Delay(remaining, _time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await RemoveAsync(entry, epoch);
    }

    private async Task RemoveAsync(UserEntry entry, int? epoch)
    {
        if (!_users.TryBeginRemoval(entry, epoch))
        {
            return;
        }

        try
        {
            // A request of the closing connection may still be taking the user into a room.
            if (entry.Connection is { } connection)
            {
                await connection.Handled;
            }

            if (RoomOf(entry) is { } room)
            {
                await room.InsistAsync(new RoomCommand.Leave(entry.Id));
            }

            _plugins.Publish(new UserDisconnected(entry.Snapshot with { IsConnected = false }));
        }
        finally
        {
            _users.EndRemoval(entry);
        }
    }
}
