namespace Phira.PluginService.GameServer.Telemetry;

/// <summary>The reason for the end of a connection; also the values of the metric's label.</summary>
internal enum DisconnectReason
{
    /// <summary>The other end closed the connection.</summary>
    PeerClosed,

    /// <summary>The network failed.</summary>
    NetworkError,

    /// <summary>The client did not log in in time.</summary>
    HandshakeTimeout,

    /// <summary>Nothing was received for too long.</summary>
    Silence,

    /// <summary>A trusted proxy sent a malformed PROXY header.</summary>
    BadProxyHeader,

    /// <summary>Something received could not be read.</summary>
    BadPacket,

    /// <summary>The client did not read what was sent to it.</summary>
    SendOverflow,

    /// <summary>The client sent faster than its packets could be handled.</summary>
    ReceiveOverflow,

    /// <summary>The client kept sending far beyond the allowed rate.</summary>
    Flood,

    /// <summary>The login was refused.</summary>
    LoginFailed,

    /// <summary>The same account logged in again.</summary>
    Replaced,

    /// <summary>An administrator or a plugin removed the user.</summary>
    Kicked,

    /// <summary>The limits for connections were reached.</summary>
    TooManyConnections,

    /// <summary>The client had not logged in, and a newer connection needed the place.</summary>
    GaveWay,

    /// <summary>The server stops.</summary>
    ServerStopping,

    /// <summary>A fault in this server.</summary>
    Fault,
}
