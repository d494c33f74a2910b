namespace Phira.PluginService.GameServer.Net;

/// <summary>The outcome of looking for a PROXY header.</summary>
internal enum ProxyHeaderStatus
{
    /// <summary>Not all of it has arrived.</summary>
    NeedMore,

    /// <summary>A whole header.</summary>
    Header,

    /// <summary>Something else, which is no header.</summary>
    None,

    /// <summary>The beginning of a header that breaks the protocol.</summary>
    Invalid,
}
