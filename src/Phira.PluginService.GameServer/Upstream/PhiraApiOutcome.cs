namespace Phira.PluginService.GameServer.Upstream;

/// <summary>The outcome of a request to the Phira API; also the values of the metric's label.</summary>
internal enum PhiraApiOutcome
{
    /// <summary>It answered.</summary>
    Ok,

    /// <summary>It does not have what was asked for.</summary>
    NotFound,

    /// <summary>It refused the request.</summary>
    Rejected,

    /// <summary>It did not answer, or only that it cannot.</summary>
    Unavailable,

    /// <summary>Its answer cannot be read.</summary>
    BadAnswer,

    /// <summary>Nobody waited for the answer any more.</summary>
    Canceled,
}
