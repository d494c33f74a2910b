namespace Phira.PluginService.GameServer.Net;

/// <summary>The traits of a frame that decide at which moment a game may see it.</summary>
[Flags]
internal enum FrameTraits
{
    None = 0,

    /// <summary>A game without its copy of the room breaks its connection over this.</summary>
    NeedsRoomCopy = 1,

    /// <summary>A game makes its copy of the room soon after this.</summary>
    MakesRoomCopy = 2,

    /// <summary>Leads away from chart selection, so the game can no longer learn its chart.</summary>
    HidesChart = 4,

    /// <summary>The reply to a login.</summary>
    LoginReply = 8,
}
