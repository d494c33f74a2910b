using System.ComponentModel;

namespace Phira.PluginService.Api.ConfigHistory;

/// <summary>One stored configuration of a plugin.</summary>
internal sealed record ConfigRevisionResponse
{
    [Description("Number of the revision, from 1.")]
    public required int Revision { get; init; }

    [Description("Who wrote it.")]
    public required string Author { get; init; }

    [Description("When.")]
    public required DateTimeOffset At { get; init; }

    [Description("Whether it is the current one.")]
    public required bool Current { get; init; }

    [Description("What it changed; values of secrets are left out.")]
    public required IReadOnlyList<ConfigChangeResponse> Changes { get; init; }
}
