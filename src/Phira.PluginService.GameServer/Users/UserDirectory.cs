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
internal sealed class UserDirectory(TimeProvider timeProvider) : IRoomMembership
{
    /// <summary>Connections of one user at once: as many as a game with a bad network opens until the silent ones are closed.</summary>
    private const int MaxConnections = 4;

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<UserId, UserEntry> _users = new();
    private int _online;

    /// <summary>Raised when a user without connection lost its room, and so has no reason to stay.</summary>
    public event Action<UserEntry>? Abandoned;

    public int OnlineCount => Volatile.Read(ref _online);

    public IEnumerable<UserEntry> All => _users.Values;

    public bool TryFind(UserId user, [NotNullWhen(true)] out UserEntry? entry) => _users.TryGetValue(user, out entry);

    /// <summary>Lets a connection act for its user. The newest login wins, unless the earlier connections are to be kept beside it.</summary>
    public async Task<UserClaim> ClaimAsync(
        PhiraProfile profile, IUserConnection connection, bool keepsEarlier, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task removal;
            lock (_lock)
            {
                if (!_users.TryGetValue(profile.Id, out var entry))
                {
                    return new UserClaim(Add(profile, connection), IsNew: true, Displaced: []);
                }

                if (entry.Removal is null)
                {
                    var displaced = entry.Connections.SkipLast(keepsEarlier ? MaxConnections - 1 : 0).ToList();
                    SetConnections(entry, [.. entry.Connections.Skip(displaced.Count), connection]);
                    return new UserClaim(entry, IsNew: false, displaced);
                }

                removal = entry.Removal.Task;
            }

            // The user is about to leave its room; only then may it come back as a new one.
            await removal.WaitAsync(cancellationToken);
        }
    }

    /// <summary>A connection has gone.</summary>
    /// <returns>False when it did not act for the user any longer: nothing is to be done.</returns>
    public bool TryDetach(UserEntry entry, IUserConnection connection, out int epoch)
    {
        lock (_lock)
        {
            epoch = 0;
            if (entry.Removal is not null || !entry.Connections.Contains(connection))
            {
                return false;
            }

            SetConnections(entry, [.. entry.Connections.Where(other => other != connection)]);
            epoch = entry.Epoch;
            return true;
        }
    }

    /// <summary>Makes this the only connection that acts for the user.</summary>
    /// <returns>Those that did; none when this connection does not either.</returns>
    public IReadOnlyList<IUserConnection> KeepOnly(UserEntry entry, IUserConnection connection)
    {
        lock (_lock)
        {
            if (entry.Removal is not null || !entry.Connections.Contains(connection))
            {
                return [];
            }

            var others = entry.Connections.Where(other => other != connection).ToList();
            SetConnections(entry, [connection]);
            return others;
        }
    }

    /// <summary>Marks a user as leaving. Until <see cref="EndRemoval"/> the account cannot log in.</summary>
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

    /// <summary>Asks whether plugins may be told that a user is here.</summary>
    public bool TryAnnounce(UserEntry entry)
    {
        lock (_lock)
        {
            entry.IsAnnounced |= !entry.IsOver;
            return !entry.IsOver;
        }
    }

    /// <summary>
    /// Asks whether plugins are to be told that a user has gone: only if they were told that the user is here, which they are not from now on.
    /// </summary>
    public bool TryAnnounceEnd(UserEntry entry)
    {
        lock (_lock)
        {
            entry.IsOver = true;
            return entry.IsAnnounced;
        }
    }

    public void EndRemoval(UserEntry entry)
    {
        lock (_lock)
        {
            SetConnections(entry, []);
            _users.TryRemove(new KeyValuePair<UserId, UserEntry>(entry.Id, entry));
        }

        entry.Removal!.SetResult();
    }

    public void Entered(UserId user, RoomId room, bool asMonitor) =>
        Update(user, snapshot => snapshot with { Room = room, IsMonitor = asMonitor });

    public void Left(UserId user, RoomId room)
    {
        var entry = Update(user, snapshot => snapshot.Room == room ? snapshot with { Room = null, IsMonitor = false } : snapshot);
        if (entry is { Connections.Count: 0 })
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
            ConnectedAt = timeProvider.GetUtcNow(),
        };
        var entry = new UserEntry(snapshot, connection);
        _users[profile.Id] = entry;
        _online++;
        return entry;
    }

    private void SetConnections(UserEntry entry, IReadOnlyList<IUserConnection> connections)
    {
        _online += Math.Sign(connections.Count) - Math.Sign(entry.Connections.Count);
        entry.Connections = connections;
        entry.Epoch++;
        entry.Snapshot = entry.Snapshot with { IsConnected = connections.Count > 0 };
    }
}
