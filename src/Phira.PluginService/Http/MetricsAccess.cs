namespace Phira.PluginService.Http;

/// <summary>The callers that may read the metrics besides an administrator.</summary>
internal enum MetricsAccess
{
    /// <summary>Programs on this machine.</summary>
    Loopback,

    /// <summary>No other caller.</summary>
    Token,

    /// <summary>All callers.</summary>
    Open,
}
