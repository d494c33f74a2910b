using System.ComponentModel;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Contracts;

/// <summary>A room, by handle and name.</summary>
internal sealed record RoomReference(
    [property: Description("The service's handle of the room.")] uint Id,
    [property: Description("The name players type; empty for a room that has just been closed.")] string Name)
{
    public static RoomReference From(RoomId room, IGameQueries game) => new(room.Value, game.FindRoom(room)?.Name ?? "");
}
