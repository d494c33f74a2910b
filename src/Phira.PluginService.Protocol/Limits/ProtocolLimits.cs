namespace Phira.PluginService.Protocol.Limits;

/// <summary>The fixed numbers of the protocol.</summary>
public static class ProtocolLimits
{
    /// <summary>The byte a client sends first, before any frame.</summary>
    public const byte Version = 1;

    /// <summary>The largest payload that either end accepts, in bytes.</summary>
    public const int MaxPayload = 2 * 1024 * 1024;

    /// <summary>The largest payload to accept before authentication; a genuine one has at most 34 bytes.</summary>
    public const int MaxPayloadBeforeAuthentication = 64;

    /// <summary>The most bytes of an access token.</summary>
    public const int MaxTokenBytes = 32;

    /// <summary>The most bytes of a chat text from a client.</summary>
    public const int MaxChatBytes = 200;

    /// <summary>The most bytes of a room name.</summary>
    public const int MaxRoomNameBytes = 20;

    /// <summary>The most touch frames a server takes in one packet.</summary>
    public const int MaxTouchFrames = 1024;

    /// <summary>The most touch points a server takes in one packet, over all its frames.</summary>
    public const int MaxTouchPoints = 16 * 1024;

    /// <summary>The most judge events a server takes in one packet.</summary>
    public const int MaxJudgeEvents = 4096;
}
