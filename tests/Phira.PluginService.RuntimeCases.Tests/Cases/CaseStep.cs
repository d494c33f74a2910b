namespace Phira.PluginService.RuntimeCases.Tests.Cases;

/// <summary>Something that is done to a plugin.</summary>
internal sealed record CaseStep
{
    /// <summary>
    /// <c>command</c>, <c>connect</c>, <c>chat</c>, <c>configure</c>, or an operation: <c>stop</c>, <c>start</c>, <c>reload</c>, <c>unload</c>,
    /// <c>load</c>.
    /// </summary>
    public required string Do { get; init; }

    /// <summary>Arguments of the command, with its name in front; the text said; the values as JSON.</summary>
    public string With { get; init; } = "";

    /// <summary>Number of times that it is done, all at once.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Code of the error that it ends with; null when it succeeds; <c>any</c> when that is open.</summary>
    public string? Error { get; init; }

    /// <summary>Texts in the answer, or in the description of the error.</summary>
    public string[] Says { get; init; } = [];
}
