namespace Phira.PluginService.GameServer.Upstream;

/// <summary>The kinds of requests to the Phira API; also the values of the metrics' label.</summary>
internal enum PhiraApiRequest
{
    /// <summary>The account of a token.</summary>
    Account,

    /// <summary>A chart.</summary>
    Chart,

    /// <summary>The result of a play.</summary>
    Record,
}
