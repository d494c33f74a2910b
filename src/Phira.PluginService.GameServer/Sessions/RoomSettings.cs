using System.Text.Json;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>
/// The settings that a plugin may give a new room, as a JSON object with the field names of the WIT's <c>room-info</c>. The name is not among them:
/// the game shows the one that was typed, and cannot be told another. Nor is <c>live</c>, which its creator's game would not learn of.
/// </summary>
internal static class RoomSettings
{
    /// <param name="maxPlayers">The most players that a room may have.</param>
    public static Result<RoomCreated> Apply(RoomCreated offered, string value, int maxPlayers)
    {
        try
        {
            using var document = JsonDocument.Parse(value, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (Read(offered.Room, document.RootElement, maxPlayers) is { } room)
            {
                return offered with { Room = room };
            }
        }
        catch (JsonException)
        {
            // Told below, like every other value that cannot be used.
        }

        return new Error(
            EventErrors.ReplacementRefused,
            offered.Type,
            value,
            $$"""{"max-users": 1-{{maxPlayers}}, "locked": true/false, "cycle": true/false}""");
    }

    private static RoomSnapshot? Read(RoomSnapshot room, JsonElement settings, int maxPlayers)
    {
        if (settings.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (var setting in settings.EnumerateObject())
        {
            switch (setting.Name, setting.Value.ValueKind)
            {
                case ("max-users", JsonValueKind.Number) when setting.Value.TryGetInt32(out var count) && count >= 1 && count <= maxPlayers:
                    room = room with { MaxPlayers = count };
                    break;
                case ("locked", JsonValueKind.True or JsonValueKind.False):
                    room = room with { IsLocked = setting.Value.GetBoolean() };
                    break;
                case ("cycle", JsonValueKind.True or JsonValueKind.False):
                    room = room with { IsCycling = setting.Value.GetBoolean() };
                    break;
                default:
                    return null;
            }
        }

        return room;
    }
}
