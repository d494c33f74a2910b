using System.ComponentModel;
using Phira.PluginService.Contracts;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.Api.Rooms;

/// <summary>A room as known at one moment.</summary>
internal sealed record RoomResponse
{
    [Description("The service's handle of the room.")]
    public required uint Id { get; init; }

    [Description("The name players type.")]
    public required string Name { get; init; }

    [Description("The player who leads the room.")]
    public required UserReference? Host { get; init; }

    [Description("Players in the order they joined.")]
    public required IReadOnlyList<UserReference> Players { get; init; }

    [Description("Spectators in the order they joined.")]
    public required IReadOnlyList<UserReference> Monitors { get; init; }

    [Description("The phase of the room within its round.")]
    public required RoomPhase Phase { get; init; }

    [Description("The chart chosen last.")]
    public required ChartReference? Chart { get; init; }

    [Description("Whether players stream touches and judgements to monitors.")]
    public required bool Live { get; init; }

    [Description("Whether nobody may join.")]
    public required bool Locked { get; init; }

    [Description("Whether the host changes after each round.")]
    public required bool Cycle { get; init; }

    [Description("Maximum number of players.")]
    public required int MaxPlayers { get; init; }

    [Description("Time at which the room was created.")]
    public required DateTimeOffset CreatedAt { get; init; }

    public static RoomResponse From(RoomSnapshot room, IGameQueries game) => new()
    {
        Id = room.Id.Value,
        Name = room.Name,
        Host = room.Host is { } host ? UserReference.From(host, game) : null,
        Players = [.. room.Players.Select(player => UserReference.From(player, game))],
        Monitors = [.. room.Monitors.Select(monitor => UserReference.From(monitor, game))],
        Phase = room.Phase,
        Chart = room.Chart is { } chart ? new ChartReference(chart.Id, chart.Name) : null,
        Live = room.IsLive,
        Locked = room.IsLocked,
        Cycle = room.IsCycling,
        MaxPlayers = room.MaxPlayers,
        CreatedAt = room.CreatedAt,
    };
}
