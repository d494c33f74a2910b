using System.ComponentModel;

namespace Phira.PluginService.Errors;

/// <summary>The body of every answer that is a failure (RFC 9457).</summary>
internal sealed record ProblemResponse
{
    [Description("Identifies the sort of problem: urn:phira:error: and the code.")]
    public required string Type { get; init; }

    [Description("Short name of the sort of failure.")]
    public required string Title { get; init; }

    [Description("The HTTP status.")]
    public required int Status { get; init; }

    [Description("Description of the failure.")]
    public required string Detail { get; init; }

    [Description("Stable name of the failure, for scripts: for example plugin.not_found.")]
    public required string Code { get; init; }

    [Description("Advice on how to fix it.")]
    public required string Remedy { get; init; }

    [Description("The single problems, with file and line where there is one.")]
    public required IReadOnlyList<ProblemItem> Errors { get; init; }

    [Description("Finds this request in the service's log.")]
    public required string TraceId { get; init; }
}
