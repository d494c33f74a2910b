using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Users;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Lifetime;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>All open rooms, by handle and by name.</summary>
internal sealed class RoomDirectory(
    RoomEffectHandler effects, IOptions<GameServerOptions> options, BackgroundTasks background,
    Random random, TimeProvider timeProvider, ILogger<RoomActor> logger)
{
    private readonly ConcurrentDictionary<RoomName, RoomActor> _byName = new();
    private readonly ConcurrentDictionary<RoomId, RoomActor> _byId = new();
    private readonly GameLimits _limits = options.Value.Limits;
    private readonly TimeSpan _roundTimeout = TimeSpan.FromSeconds(options.Value.RoundTimeoutSecs);
    private readonly Lock _lock = new();
    private uint _lastId;
    private int _count;
    private bool _isClosed;

    public int Count => Volatile.Read(ref _count);

    public IEnumerable<RoomActor> All => _byId.Values;

    public RoomActor? Find(RoomId id) => _byId.GetValueOrDefault(id);

    /// <summary>The room that a user is in.</summary>
    public RoomActor? Find(UserSnapshot user) => user.Room is { } id ? Find(id) : null;

    public RoomActor? Find(RoomName name) => _byName.GetValueOrDefault(name);

    /// <summary>The room that <see cref="OpenAsync"/> would open, for those who are asked before; it has handle 0.</summary>
    public RoomState Draft(RoomName name, RoomMember creator) => new()
    {
        Id = default,
        Name = name,
        Host = creator.Id,
        Players = [creator],
        MaxPlayers = _limits.MaxPlayersPerRoom,
        MaxMonitors = _limits.MaxMonitorsPerRoom,
        RoundTimeout = _roundTimeout,
        CreatedAt = timeProvider.GetUtcNow(),
    };

    /// <summary>The refusal of a room of this name now; null when it can be opened.</summary>
    public LocalizedText? WhyNotOpen(RoomName name)
    {
        if (_byName.ContainsKey(name))
        {
            return GameTexts.RoomIdOccupied;
        }

        return Count >= _limits.MaxRooms ? GameTexts.TooManyRooms : null;
    }

    /// <summary>Closes the directory: no room is opened any more, and all open rooms can be found.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
        }
    }

    /// <summary>Opens a room, which answers the request.</summary>
    /// <returns>The refusal, or null.</returns>
    public async Task<LocalizedText?> OpenAsync(RoomState draft, RequestId replyTo)
    {
        if (Interlocked.Increment(ref _count) > _limits.MaxRooms)
        {
            Interlocked.Decrement(ref _count);
            return GameTexts.TooManyRooms;
        }

        // Its first command is in the mailbox before anybody can find the room; the loser of a race for the name never runs.
        var room = Create(draft with { Id = new RoomId(Interlocked.Increment(ref _lastId)) });
        var opened = room.AskAsync(new RoomCommand.Open(), replyTo);
        if (!TryRun(room, out var refusal))
        {
            Interlocked.Decrement(ref _count);
            return refusal;
        }

        return await opened;
    }

    /// <summary>Opens a room that nobody is in, under a name of the server's choice.</summary>
    public async Task<Result<RoomId>> OpenEmptyAsync(int maxPlayers)
    {
        if (Interlocked.Increment(ref _count) > _limits.MaxRooms)
        {
            Interlocked.Decrement(ref _count);
            return new Error(RoomErrors.LimitReached, $"{_limits.MaxRooms}");
        }

        while (true)
        {
            // Handles are never used twice, so a name that a player has taken is simply passed over.
            var id = new RoomId(Interlocked.Increment(ref _lastId));
            var draft = new RoomState
            {
                Id = id,
                Name = RoomName.Create($"room-{id.Value}"),
                MaxPlayers = maxPlayers,
                MaxMonitors = _limits.MaxMonitorsPerRoom,
                RoundTimeout = _roundTimeout,
                CreatedAt = timeProvider.GetUtcNow(),
            };
            var room = Create(draft);
            var opened = room.AskAsync(new RoomCommand.Open());
            if (TryRun(room, out var refusal))
            {
                await opened;
                return id;
            }

            if (refusal == GameTexts.Stopping)
            {
                Interlocked.Decrement(ref _count);
                return new Error(RoomErrors.CreationOff);
            }
        }
    }

    private RoomActor Create(RoomState initial) => new(initial, _limits.RoomQueue, effects, random, timeProvider, logger);

    /// <summary>Lets everybody find the room, and runs it, unless its name is taken or the directory is closed.</summary>
    private bool TryRun(RoomActor room, [NotNullWhen(false)] out LocalizedText? refusal)
    {
        // One step with the look at the end: a room that came after it would be missed by those who end all rooms, and run for ever.
        lock (_lock)
        {
            refusal = _isClosed ? GameTexts.Stopping : _byName.TryAdd(room.Name, room) ? null : GameTexts.RoomIdOccupied;
            if (refusal is not null)
            {
                return false;
            }

            _byId[room.Id] = room;
            room.Closed += Remove;
            background.Run("room", room.RunAsync);
            return true;
        }
    }

    private void Remove(RoomActor room)
    {
        _byName.TryRemove(new KeyValuePair<RoomName, RoomActor>(room.Name, room));
        _byId.TryRemove(room.Id, out _);
        Interlocked.Decrement(ref _count);
    }
}
