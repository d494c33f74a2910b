using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.GameServer.Hosting;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>All open rooms, by handle and by name.</summary>
internal sealed class RoomDirectory(RoomServices ports, IOptions<GameServerOptions> options, BackgroundTasks background, TimeProvider time)
{
    private readonly ConcurrentDictionary<RoomName, RoomActor> _byName = new();
    private readonly ConcurrentDictionary<RoomId, RoomActor> _byId = new();
    private readonly GameLimits _limits = options.Value.Limits;
    private readonly TimeSpan _roundTimeout = TimeSpan.FromSeconds(options.Value.RoundTimeoutSecs);
    private readonly Lock _gate = new();
    private uint _lastId;
    private int _count;
    private bool _isClosed;

    public int Count => Volatile.Read(ref _count);

    public IEnumerable<RoomActor> All => _byId.Values;

    public RoomActor? Find(RoomId id) => _byId.GetValueOrDefault(id);

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
        CreatedAt = time.GetUtcNow(),
    };

    /// <summary>Why a room of this name cannot be opened now; null when it can.</summary>
    public GameText? WhyNotOpen(RoomName name)
    {
        if (_byName.ContainsKey(name))
        {
            return GameTexts.RoomIdOccupied;
        }

        return Count >= _limits.MaxRooms ? GameTexts.TooManyRooms : null;
    }

    /// <summary>From now on no room is opened; those that are can all be found.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
        }
    }

    /// <summary>Opens a room; the reply is queued by the room.</summary>
    public async Task OpenAsync(RoomState draft, IRequestReply reply)
    {
        if (Interlocked.Increment(ref _count) > _limits.MaxRooms)
        {
            Interlocked.Decrement(ref _count);
            reply.Refuse(GameTexts.TooManyRooms);
            return;
        }

        // Its first command is in the mailbox before anybody can find the room; the loser of a race for the name never runs.
        var room = new RoomActor(draft with { Id = new RoomId(Interlocked.Increment(ref _lastId)) }, _limits.RoomQueue, ports);
        var opened = room.AskAsync(new RoomCommand.Open(), reply);
        if (!TryRun(room, out var refusal))
        {
            Interlocked.Decrement(ref _count);
            reply.Refuse(refusal);
            return;
        }

        await opened;
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
                CreatedAt = time.GetUtcNow(),
            };
            var room = new RoomActor(draft, _limits.RoomQueue, ports);
            var opened = room.AskAsync(new RoomCommand.Open(), reply: null);
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

    /// <summary>Lets everybody find the room, and runs it, unless its name is taken or the directory is closed.</summary>
    private bool TryRun(RoomActor room, [NotNullWhen(false)] out GameText? refusal)
    {
        // One step with the look at the end: a room that came after it would be missed by those who end all rooms, and run for ever.
        lock (_gate)
        {
            refusal = _isClosed ? GameTexts.Stopping : _byName.TryAdd(room.Published.Name, room) ? null : GameTexts.RoomIdOccupied;
            if (refusal is not null)
            {
                return false;
            }

            _byId[room.Published.Id] = room;
            room.Closed += Remove;
            background.Run("room", room.RunAsync);
            return true;
        }
    }

    private void Remove(RoomActor room)
    {
        var (id, name) = (room.Published.Id, room.Published.Name);
        _byName.TryRemove(new KeyValuePair<RoomName, RoomActor>(name, room));
        _byId.TryRemove(id, out _);
        Interlocked.Decrement(ref _count);
    }
}
