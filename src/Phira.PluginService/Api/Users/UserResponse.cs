using System.ComponentModel;
using Phira.PluginService.Contracts;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Api.Users;

/// <summary>A player as known at one moment.</summary>
internal sealed record UserResponse
{
    [Description("Number of the Phira account.")]
    public required int Id { get; init; }

    [Description("Display name.")]
    public required string Name { get; init; }

    [Description("Language tag of the account; empty when unknown.")]
    public required string Language { get; init; }

    [Description("The room the user is in.")]
    public required RoomReference? Room { get; init; }

    [Description("Whether the user watches that room instead of playing.")]
    public required bool Monitor { get; init; }

    [Description("False while the connection is lost and the user's place is kept.")]
    public required bool Connected { get; init; }

    [Description("Time of the login.")]
    public required DateTimeOffset ConnectedAt { get; init; }

    public static UserResponse From(UserSnapshot user, IGameQueries game) => new()
    {
        Id = user.Id.Value,
        Name = user.Name,
        Language = user.Language,
        Room = user.Room is { } room ? RoomReference.From(room, game) : null,
        Monitor = user.IsMonitor,
        Connected = user.IsConnected,
        ConnectedAt = user.ConnectedAt,
    };
}
