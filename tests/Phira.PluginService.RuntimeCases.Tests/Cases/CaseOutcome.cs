namespace Phira.PluginService.RuntimeCases.Tests.Cases;

/// <summary>The expected end of a plugin.</summary>
internal sealed record CaseOutcome
{
    /// <summary>The state it comes to rest in: <c>failed</c>, <c>running</c>, <c>quarantined</c>...; <c>absent</c> when there is no such plugin.</summary>
    public required string State { get; init; }

    /// <summary>Code of the failure it had at some time; null when it never had one.</summary>
    public string? Code { get; init; }

    /// <summary>Texts in the description of that failure, for instance the name of a limit or the code of a cause.</summary>
    public string[] Says { get; init; } = [];

    /// <summary>Codes of the problems in the report about a package.</summary>
    public string[] Problems { get; init; } = [];

    /// <summary>Texts in the plugin's own log.</summary>
    public string[] Log { get; init; } = [];

    /// <summary>Threads that are left to themselves because they sleep in the operating system, where nothing reaches them.</summary>
    public int AbandonedThreads { get; init; }
}
