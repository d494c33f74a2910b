namespace Phira.PluginService.GameServer.Telemetry;

/// <summary>The reason for the end of a connection; also the values of the metric's label.</summary>
internal enum DisconnectReason
{
    /// <summary>The other end closed it.</summary>
    PeerClosed,

    /// <summary>The network failed.</summary>
    NetworkError,

    /// <summary>It did not log in in time.</summary>
    HandshakeTimeout,

    /// <summary>Nothing was received for too long.</summary>
    Silence,

    /// <summary>A trusted proxy sent a malformed PROXY header.</summary>
    BadProxyHeader,

    /// <summary>Something received could not be read.</summary>
    BadPacket,

    /// <summary>It did not take what was sent to it.</summary>
    SendOverflow,

    /// <summary>It sent faster than its packets could be handled.</summary>
    ReceiveOverflow,

    /// <summary>It kept sending far beyond the allowed rate.</summary>
    Flood,

    /// <summary>Its login was refused.</summary>
    LoginFailed,

    /// <summary>The same account logged in again.</summary>
    Replaced,

    /// <summary>An administrator or a plugin removed the user.</summary>
    Kicked,

    /// <summary>The limits for connections were reached.</summary>
    TooManyConnections,

    /// <summary>It had not logged in, and a newer connection needed its place.</summary>
    GaveWay,

    /// <summary>The server stops.</summary>
    ServerStopping,

    /// <summary>A fault in this server.</summary>
    Fault,
}
