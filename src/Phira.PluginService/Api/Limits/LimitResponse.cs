using System.ComponentModel;
using Phira.PluginService.Core.Limits;

namespace Phira.PluginService.Api.Limits;

/// <summary>One resource limit of a plugin.</summary>
internal sealed record LimitResponse
{
    [Description("Its key in [limits] of the manifest.")]
    public required string Name { get; init; }

    [Description("What the values count: bytes, ms or count.")]
    public required string Unit { get; init; }

    [Description("The effective value.")]
    public required long Effective { get; init; }

    [Description("What a plugin gets that asks for nothing.")]
    public required long HostDefault { get; init; }

    [Description("What the manifest asks for; null when it does not.")]
    public required long? Requested { get; init; }

    [Description("What an administrator decided; null when none did.")]
    public required long? Override { get; init; }

    [Description("What no plugin may exceed.")]
    public required long Maximum { get; init; }

    public static LimitResponse From(PluginLimit limit) => new()
    {
        Name = limit.Name,
        Unit = limit.Unit,
        Effective = limit.Effective,
        HostDefault = limit.HostDefault,
        Requested = limit.Requested,
        Override = limit.Override,
        Maximum = limit.Maximum,
    };
}
