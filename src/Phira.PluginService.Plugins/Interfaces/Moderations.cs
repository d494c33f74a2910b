using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Interfaces;

/// <summary>How moderation is named in the audit log.</summary>
internal static class Moderations
{
    /// <summary>Moderation of the user that the first argument names.</summary>
    /// <param name="reasonAt">Which argument is the reason; negative when none is.</param>
    public static ModerationReader OfUser(string action, int reasonAt = -1) => (_, arguments) =>
        new ModerationCall(action, $"user:{arguments[0].AsU32()}", reasonAt < 0 ? "" : GuestText.Reason(arguments[reasonAt]));

    /// <summary>Moderation of the room that the first argument names.</summary>
    public static ModerationReader OfRoom(string action) => (context, arguments) =>
        new ModerationCall(action, $"room:{Ids.RoomTarget(context, arguments).Room}", "");

    /// <summary>Moderation of the room that the first argument names and the user that the second one names.</summary>
    /// <param name="reasonAt">Which argument is the reason; negative when none is.</param>
    public static ModerationReader OfMember(string action, int reasonAt = -1) => (context, arguments) => new ModerationCall(
        action,
        $"room:{Ids.RoomTarget(context, arguments).Room} user:{arguments[1].AsU32()}",
        reasonAt < 0 ? "" : GuestText.Reason(arguments[reasonAt]));
}
