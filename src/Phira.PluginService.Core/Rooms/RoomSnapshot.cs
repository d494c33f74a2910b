using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Rooms;

/// <summary>A room as known at one moment.</summary>
public sealed record RoomSnapshot
{
    /// <summary>The host's handle of the room.</summary>
    public required RoomId Id { get; init; }

    /// <summary>The name players type: 1 to 20 characters of <c>A-Z a-z 0-9 - _</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The player who leads the room; null in a room that a plugin opened and nobody has joined yet.</summary>
    public required UserId? Host { get; init; }

    /// <summary>Players in the order they joined, those included whose connection is lost.</summary>
    public required ImmutableArray<UserId> Players { get; init; }

    /// <summary>Spectators in the order they joined.</summary>
    public required ImmutableArray<UserId> Monitors { get; init; }

    /// <summary>The phase of the room within its round.</summary>
    public required RoomPhase Phase { get; init; }

    /// <summary>The chart chosen last, if any.</summary>
    public ChartSnapshot? Chart { get; init; }

    /// <summary>Whether players stream touches and judgements to monitors.</summary>
    public bool IsLive { get; init; }

    /// <summary>Whether the room is locked: no player may join.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Whether the host changes after each round.</summary>
    public bool IsCycling { get; init; }

    /// <summary>Maximum number of players.</summary>
    public required int MaxPlayers { get; init; }

    /// <summary>Time at which the room was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
