using System.ComponentModel;

namespace Phira.PluginService.Api.ConfigHistory;

/// <summary>One stored configuration of a plugin.</summary>
internal sealed record ConfigRevisionResponse
{
    [Description("Number of the revision, from 1.")]
    public required int Revision { get; init; }

    [Description("The author: an administrator, or plugin:name.")]
    public required string Author { get; init; }

    [Description("Time at which it was stored.")]
    public required DateTimeOffset At { get; init; }

    [Description("Whether it is the current one.")]
    public required bool Current { get; init; }

    [Description("The changes to the revision before; values of secrets are left out.")]
    public required IReadOnlyList<ConfigChangeResponse> Changes { get; init; }
}
