using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Users;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Upstream;

namespace Phira.PluginService.GameServer.Users;

/// <summary>
/// Everybody who is on the server. One small lock guards the changes; nothing is awaited or called out under it. Readers
/// see immutable snapshots without it.
/// </summary>
internal sealed class UserDirectory(TimeProvider time) : IRoomMembership
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<UserId, UserEntry> _users = new();
    private int _online;

    /// <summary>Raised when a user without connection lost its room, and so has no reason to stay.</summary>
    public event Action<UserEntry>? Abandoned;

    public int OnlineCount => Volatile.Read(ref _online);

    public IEnumerable<UserEntry> All => _users.Values;

    public bool TryFind(UserId user, [NotNullWhen(true)] out UserEntry? entry) => _users.TryGetValue(user, out entry);

    /// <summary>Makes a connection the current one of its user; the newest login wins.</summary>
    public async Task<UserClaim> ClaimAsync(PhiraProfile profile, IUserConnection connection, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task removal;
            lock (_lock)
            {
                if (!_users.TryGetValue(profile.Id, out var entry))
                {
                    return new UserClaim(Add(profile, connection), IsNew: true, Displaced: null);
                }

                if (entry.Removal is null)
                {
                    var displaced = entry.Connection;
                    SetConnection(entry, connection);
                    return new UserClaim(entry, IsNew: false, displaced);
                }

                removal = entry.Removal.Task;
            }

            // The user is about to leave its room; only then may it come back as a new one.
            await removal.WaitAsync(cancellationToken);
        }
    }

    /// <summary>A connection has gone.</summary>
    /// <param name="entry">Its user.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="epoch">To be given to <see cref="TryBeginRemoval"/>.</param>
    /// <returns>False when it was no longer the user's current one: nothing is to be done.</returns>
    public bool TryDetach(UserEntry entry, IUserConnection connection, out int epoch)
    {
        lock (_lock)
        {
            epoch = 0;
            if (entry.Removal is not null || entry.Connection?.Id != connection.Id)
            {
                return false;
            }

            SetConnection(entry, connection: null);
            epoch = entry.Epoch;
            return true;
        }
    }

    /// <summary>Marks a user as leaving. Until <see cref="EndRemoval"/> the account cannot log in.</summary>
    /// <param name="entry">The user.</param>
    /// <param name="epoch">Only if nothing has changed since; null in any case.</param>
    public bool TryBeginRemoval(UserEntry entry, int? epoch)
    {
        lock (_lock)
        {
            if (entry.Removal is not null || (epoch is not null && entry.Epoch != epoch))
            {
                return false;
            }

            entry.Removal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return true;
        }
    }

    public void EndRemoval(UserEntry entry)
    {
        lock (_lock)
        {
            SetConnection(entry, connection: null);
            _users.TryRemove(new KeyValuePair<UserId, UserEntry>(entry.Id, entry));
        }

        entry.Removal!.SetResult();
    }

    public void Entered(UserId user, RoomId room, bool asMonitor) =>
        Update(user, snapshot => snapshot with { Room = room, IsMonitor = asMonitor });

    public void Left(UserId user, RoomId room)
    {
        var entry = Update(user, snapshot => snapshot.Room == room ? snapshot with { Room = null, IsMonitor = false } : snapshot);
        if (entry is { Connection: null })
        {
            Abandoned?.Invoke(entry);
        }
    }

    private UserEntry? Update(UserId user, Func<UserSnapshot, UserSnapshot> change)
    {
        lock (_lock)
        {
            if (_users.TryGetValue(user, out var entry))
            {
                entry.Snapshot = change(entry.Snapshot);
            }

            return entry;
        }
    }

    private UserEntry Add(PhiraProfile profile, IUserConnection connection)
    {
        var snapshot = new UserSnapshot
        {
            Id = profile.Id,
            Name = profile.Name,
            Language = profile.Language,
            IsConnected = true,
            ConnectedAt = time.GetUtcNow(),
        };
        var entry = new UserEntry(snapshot, connection);
        _users[profile.Id] = entry;
        _online++;
        return entry;
    }

    private void SetConnection(UserEntry entry, IUserConnection? connection)
    {
        _online += (connection is null ? 0 : 1) - (entry.Connection is null ? 0 : 1);
        entry.Connection = connection;
        entry.Epoch++;
        entry.Snapshot = entry.Snapshot with { IsConnected = connection is not null };
    }
}
