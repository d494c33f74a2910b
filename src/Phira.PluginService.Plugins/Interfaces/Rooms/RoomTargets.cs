using Phira.PluginService.Core.Game;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Rooms;

/// <summary>
/// The room that the first argument names, as a target of permissions. Scopes know rooms by their names; one that is not there has a name
/// that no room can have.
/// </summary>
internal sealed class RoomTargets(IGameQueries queries)
{
    /// <summary>Reads it.</summary>
    public PermissionTarget Read(ReadOnlySpan<ComponentValue> arguments) => new()
    {
        Room = queries.FindRoom(GuestIds.Room(arguments[0]))?.Name ?? $"#{arguments[0].AsU32()}",
    };
}
