namespace Phira.PluginService.GameServer.Net;

/// <summary>The beginning of a connection, before the first frame.</summary>
internal enum PrefaceStatus
{
    /// <summary>As expected: from a trusted proxy a PROXY header, from anybody else none.</summary>
    Expected,

    /// <summary>A PROXY header that was not expected. It has been skipped.</summary>
    UnexpectedHeader,

    /// <summary>No PROXY header although one was expected. Nothing has been skipped.</summary>
    MissingHeader,

    /// <summary>A PROXY header that breaks the protocol, so that nobody knows where it ends.</summary>
    InvalidHeader,

    /// <summary>Nothing: the connection has ended or has taken too long.</summary>
    Ended,
}
