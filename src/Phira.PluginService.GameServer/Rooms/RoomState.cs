using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.Protocol.Data;
using WireState = Phira.PluginService.Protocol.Data.RoomState;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>Everything a room is. Immutable; <see cref="RoomRules"/> makes the next one.</summary>
internal sealed record RoomState
{
    public required RoomId Id { get; init; }

    public required RoomName Name { get; init; }

    /// <summary>Null only while there is no player.</summary>
    public UserId? Host { get; init; }

    /// <summary>In the order they joined.</summary>
    public ImmutableArray<RoomMember> Players { get; init; } = [];

    /// <summary>In the order they joined.</summary>
    public ImmutableArray<RoomMember> Monitors { get; init; } = [];

    public ChartSnapshot? Chart { get; init; }

    public RoomRound Round { get; init; } = RoomRound.Selecting.Instance;

    /// <summary>The number of rounds that have begun.</summary>
    public int RoundCount { get; init; }

    /// <summary>The time that a round may last after its first result; zero for no limit.</summary>
    public TimeSpan RoundTimeout { get; init; }

    public bool IsLive { get; init; }

    public bool IsLocked { get; init; }

    public bool IsCycling { get; init; }

    /// <summary>The room has ended; nobody can do anything in it.</summary>
    public bool IsClosed { get; init; }

    public required int MaxPlayers { get; init; }

    public required int MaxMonitors { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Players, then monitors: the order of every broadcast.</summary>
    public IEnumerable<RoomMember> Members => Players.Concat(Monitors);

    /// <summary>The connections that a broadcast goes to, in its order. Every line of chat is one, so nothing but the array is allocated.</summary>
    public ImmutableArray<ConnectionId> Connections()
    {
        var connections = ImmutableArray.CreateBuilder<ConnectionId>(Players.Length + Monitors.Length);
        foreach (var player in Players)
        {
            connections.AddRange(player.Connections);
        }

        foreach (var monitor in Monitors)
        {
            connections.AddRange(monitor.Connections);
        }

        return connections.DrainToImmutable();
    }

    public RoomMember? Find(UserId user) => FindIn(Players, user) ?? FindIn(Monitors, user);

    public bool IsPlayer(UserId user) => FindIn(Players, user) is not null;

    public bool IsMonitor(UserId user) => FindIn(Monitors, user) is not null;

    /// <summary>The state as clients see it.</summary>
    public WireState ToWire() => Round.Phase switch
    {
        RoomPhase.WaitingForReady => WireState.WaitingForReady,
        RoomPhase.Playing => WireState.Playing,
        _ => WireState.SelectChart(Chart?.Id),
    };

    public WireList<UserInfo> UsersToWire() =>
        Players.Select(player => player.ToWire(monitor: false)).Concat(Monitors.Select(monitor => monitor.ToWire(monitor: true))).ToWireList();

    public RoomSnapshot ToSnapshot() => new()
    {
        Id = Id,
        Name = Name.Value,
        Host = Host,
        Players = [.. Players.Select(player => player.Id)],
        Monitors = [.. Monitors.Select(monitor => monitor.Id)],
        Phase = Round.Phase,
        Chart = Chart,
        IsLive = IsLive,
        IsLocked = IsLocked,
        IsCycling = IsCycling,
        MaxPlayers = MaxPlayers,
        CreatedAt = CreatedAt,
    };

    private static RoomMember? FindIn(ImmutableArray<RoomMember> members, UserId user)
    {
        foreach (var member in members)
        {
            if (member.Id == user)
            {
                return member;
            }
        }

        return null;
    }
}
