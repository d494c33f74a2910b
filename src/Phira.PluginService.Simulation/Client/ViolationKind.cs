namespace Phira.PluginService.Simulation.Client;

/// <summary>A violation by a server that the game does not survive.</summary>
public enum ViolationKind
{
    /// <summary>A reply that was never requested.</summary>
    UnrequestedReply,

    /// <summary>A second reply to the same request.</summary>
    SecondReply,

    /// <summary>A reply before the game has registered for it.</summary>
    ReplyTooEarly,

    /// <summary>A push that needs the copy of the room, while there is none.</summary>
    NoRoomCopy,

    /// <summary>A push that needs the copy of the room, so soon after the reply that the copy may not be there yet.</summary>
    RoomCopyTooFresh,

    /// <summary>The player is ready or the round begins, and no state has told which chart to play.</summary>
    ChartUnknown,

    /// <summary>A payload that cannot be decoded.</summary>
    UndecodablePayload,

    /// <summary>A frame with an unacceptable length.</summary>
    MalformedFrame,
}
