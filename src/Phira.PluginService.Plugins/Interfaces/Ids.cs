using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.Permissions;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces;

/// <summary>Reads ids that guests hand over.</summary>
internal static class Ids
{
    /// <summary>The answer when the call's time was over before the game answered.</summary>
    public static HostReply NoTimeLeft { get; } = HostReply.Unavailable("the game did not answer within this call's time");

    /// <summary>Reads a <c>user-id</c>.</summary>
    /// <returns>The id, or null when no account can have it.</returns>
    public static UserId? User(ComponentValue value) => value.AsU32() is <= int.MaxValue and var id ? new UserId((int)id) : null;

    /// <summary>The user that the first argument names, as a target of permissions.</summary>
    public static TargetReader UserTarget { get; } = static (_, arguments) => new PermissionTarget { User = User(arguments[0]) };

    /// <summary>
    /// The room that the first argument names, as a target of permissions. Scopes know rooms by their names; one that is not there has a name
    /// that no room can have.
    /// </summary>
    public static TargetReader RoomTarget { get; } = static (context, arguments) => new PermissionTarget
    {
        Room = context.Services.Queries.FindRoom(Room(arguments[0]))?.Name ?? $"#{arguments[0].AsU32()}",
    };

    /// <summary>Reads a <c>room-id</c>.</summary>
    public static RoomId Room(ComponentValue value) => new(value.AsU32());
}
