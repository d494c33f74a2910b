using Phira.PluginService.Core.Ids;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces;

/// <summary>Reads ids that guests hand over.</summary>
internal static class Ids
{
    /// <summary>The answer when the call's time was over before the game answered.</summary>
    public static HostReply NoTimeLeft { get; } = HostReply.Unavailable("the game did not answer within this call's time");

    /// <summary>Reads a <c>user-id</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The id, or null when no account can have it.</returns>
    public static UserId? User(ComponentValue value) => value.AsU32() is <= int.MaxValue and var id ? new UserId((int)id) : null;

    /// <summary>Reads a <c>room-id</c>.</summary>
    /// <param name="value">The value.</param>
    public static RoomId Room(ComponentValue value) => new(value.AsU32());
}
