using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Users;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Events;

/// <summary>
/// The payloads that <c>wit/event-types.wit</c> documents as JSON. Records have the field names of the WIT, options are null, enums are their case names.
/// </summary>
internal static class AddedEventJson
{
    /// <summary>The name of the host in the place of a plugin's name.</summary>
    public const string Source = "host";

    /// <summary>The payload of an event.</summary>
    public static string Write(AddedEvent added) => Payload(added).ToJsonString();

    private static JsonObject Payload(AddedEvent added) => added switch
    {
        RoomStateChanged e => new() { ["room"] = Room(e.Room), ["previous"] = Wit.Phase(e.Previous), ["by"] = Id(e.By) },
        SessionSuspended e => new() { ["user"] = User(e.User) },
        SessionResumed e => new() { ["user"] = User(e.User), ["suspended"] = e.WasSuspended },
        SessionEnded e => new() { ["user"] = User(e.User), ["reason"] = Reason(e.Reason) },
        _ => throw new ArgumentOutOfRangeException(nameof(added), added, "has no JSON"),
    };

    private static JsonObject User(UserSnapshot user) => new()
    {
        ["id"] = Id(user.Id),
        ["name"] = user.Name,
        ["language"] = user.Language,
        ["room"] = user.Room?.Value,
        ["monitor"] = user.IsMonitor,
        ["connected"] = user.IsConnected,
        ["connected-at"] = Time(user.ConnectedAt),
    };

    private static JsonObject Room(RoomSnapshot room) => new()
    {
        ["id"] = room.Id.Value,
        ["name"] = room.Name,
        ["host"] = Id(room.Host),
        ["players"] = Ids(room.Players),
        ["monitors"] = Ids(room.Monitors),
        ["phase"] = Wit.Phase(room.Phase),
        ["chart"] = room.Chart is { } chart ? new JsonObject { ["id"] = Math.Max(0, chart.Id), ["name"] = chart.Name } : null,
        ["live"] = room.IsLive,
        ["locked"] = room.IsLocked,
        ["cycle"] = room.IsCycling,
        ["max-users"] = room.MaxPlayers,
        ["created-at"] = Time(room.CreatedAt),
    };

    private static JsonNode? Id(UserId? id) => id is { } some ? Math.Max(0, some.Value) : null;

    private static JsonArray Ids(ImmutableArray<UserId> users) => [.. users.Select(user => Id(user))];

    private static long Time(DateTimeOffset at) => Math.Max(0, at.ToUnixTimeMilliseconds());

    private static string Reason(SessionEndReason reason) => reason switch
    {
        SessionEndReason.Quit => "quit",
        SessionEndReason.Kicked => "kicked",
        SessionEndReason.Timeout => "timeout",
        SessionEndReason.Error => "error",
        SessionEndReason.Shutdown => "shutdown",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "unknown reason"),
    };
}
