namespace Phira.PluginService.GameServer.Net;

/// <summary>What was found where a PROXY header must be.</summary>
internal enum ProxyHeaderStatus
{
    /// <summary>Not all of it has arrived.</summary>
    NeedMore,

    /// <summary>A whole header.</summary>
    Header,

    /// <summary>Something else.</summary>
    Invalid,
}
