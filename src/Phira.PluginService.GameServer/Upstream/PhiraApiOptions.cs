namespace Phira.PluginService.GameServer.Upstream;

/// <summary>The settings for requests to the Phira HTTP API. Section <c>phira_api</c>.</summary>
public sealed class PhiraApiOptions
{
    /// <summary>Address of the API.</summary>
    /// <value>Default <c>https://phira.5wyxi.com</c>.</value>
    public string BaseUrl { get; set; } = "https://phira.5wyxi.com";

    /// <summary>Time for one question, retries included; a single attempt may use all of it. The game waits 7 s for a reply.</summary>
    /// <value>Milliseconds, 100 to 6,000; default 6,000.</value>
    public int TotalTimeoutMs { get; set; } = 6_000;

    /// <summary>The number of times that an attempt is repeated which failed within a second.</summary>
    /// <value>0 to 5; default 2.</value>
    public int Retries { get; set; } = 2;

    /// <summary>Questions under way at once; more wait, and four times as many at most.</summary>
    /// <value>1 to 1,000; default 64.</value>
    public int MaxConcurrentCalls { get; set; } = 64;

    /// <summary>The time for which a chart or record is remembered.</summary>
    /// <value>Seconds, 0 (never) to 3,600; default 60.</value>
    public int CacheSecs { get; set; } = 60;

    /// <summary>The time for which it is remembered that there is no chart with a number.</summary>
    /// <value>Seconds, 0 (never) to 3,600; default 10.</value>
    public int CacheMissingSecs { get; set; } = 10;

    /// <summary>The number of charts, and the number of records, that are remembered.</summary>
    /// <value>1 to 100,000; default 2,000.</value>
    public int CacheEntries { get; set; } = 2_000;
}
