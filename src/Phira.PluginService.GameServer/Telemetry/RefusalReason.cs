namespace Phira.PluginService.GameServer.Telemetry;

/// <summary>The reason for the refusal of a connection; also the values of the metric's label.</summary>
internal enum RefusalReason
{
    /// <summary>A PROXY header came from an address that is not a trusted proxy.</summary>
    UnexpectedProxyHeader,

    /// <summary>A trusted proxy sent no PROXY header.</summary>
    MissingProxyHeader,

    /// <summary>A trusted proxy sent a PROXY header that breaks the protocol.</summary>
    InvalidProxyHeader,

    /// <summary>The first byte is not a protocol version that the server speaks.</summary>
    UnknownVersion,

    /// <summary>The address has as many connections as it may.</summary>
    AddressConnections,

    /// <summary>The address has as many connections that have not logged in as it may.</summary>
    AddressUnauthenticated,

    /// <summary>The address logs in too often.</summary>
    LoginRate,

    /// <summary>The address is banned.</summary>
    Banned,

    /// <summary>The server has as many connections as it may.</summary>
    ServerFull,

    /// <summary>The connection was silent for longest when a newer one needed the place.</summary>
    GaveWay,
}
