namespace Phira.PluginService.GameServer.Upstream;

/// <summary>The outcome of a request to the Phira API; also the values of the metric's label.</summary>
internal enum PhiraApiOutcome
{
    /// <summary>The API answered.</summary>
    Ok,

    /// <summary>The API does not have the requested item.</summary>
    NotFound,

    /// <summary>The API refused the request.</summary>
    Rejected,

    /// <summary>The API did not answer, or reported that it cannot.</summary>
    Unavailable,

    /// <summary>The answer cannot be read.</summary>
    BadAnswer,

    /// <summary>The request was cancelled by its caller.</summary>
    Canceled,
}
