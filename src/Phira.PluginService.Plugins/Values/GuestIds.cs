using Phira.PluginService.Core.Ids;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Values;

/// <summary>Reads ids that guests hand over.</summary>
internal static class GuestIds
{
    /// <summary>Reads a <c>user-id</c>.</summary>
    /// <returns>The id, or null when no account can have it.</returns>
    public static UserId? User(ComponentValue value) => value.AsU32() is <= int.MaxValue and var id ? new UserId((int)id) : null;

    /// <summary>Reads a <c>room-id</c>.</summary>
    public static RoomId Room(ComponentValue value) => new(value.AsU32());
}
