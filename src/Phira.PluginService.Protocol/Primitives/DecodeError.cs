namespace Phira.PluginService.Protocol.Primitives;

/// <summary>The error of a payload that could not be decoded.</summary>
public enum DecodeError
{
    /// <summary>No error: it could be decoded.</summary>
    None,

    /// <summary>The payload is empty, so it has no tag.</summary>
    Empty,

    /// <summary>A tag names no command, message, room state or judgement.</summary>
    UnknownTag,

    /// <summary>The payload ends before the command does, or announces more than it holds.</summary>
    Truncated,

    /// <summary>A text has more bytes than its field allows.</summary>
    TextTooLong,

    /// <summary>A number of variable length has more than five bytes.</summary>
    NumberTooLong,

    /// <summary>A room name breaks the rules.</summary>
    InvalidRoomName,

    /// <summary>The key of an entry in a user map is not the id of its user.</summary>
    UserKeyMismatch,

    /// <summary>
    /// Well-formed as far as it was read, but more touches or judgements than the receiver takes in one packet.
    /// A server drops such a packet without a word; every other error ends the connection.
    /// </summary>
    TooManyElements,
}
