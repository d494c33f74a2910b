namespace Phira.PluginService.Protocol.Framing;

/// <summary>The content of the front of a buffer.</summary>
public enum FrameStatus
{
    /// <summary>The beginning of a frame; more bytes must come.</summary>
    NeedMore,

    /// <summary>A whole frame.</summary>
    Frame,

    /// <summary>A frame without a payload: nothing can be decoded from it. The connection is to be closed.</summary>
    Empty,

    /// <summary>A frame whose payload is larger than allowed, whether it has arrived or not. The connection is to be closed.</summary>
    TooLarge,

    /// <summary>A length of more than five bytes or more than 32 bits. The connection is to be closed.</summary>
    MalformedLength,
}
