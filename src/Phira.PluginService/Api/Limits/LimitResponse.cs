using System.ComponentModel;
using Phira.PluginService.Core.Limits;

namespace Phira.PluginService.Api.Limits;

/// <summary>One resource limit of a plugin.</summary>
internal sealed record LimitResponse
{
    [Description("Its key in [limits] of the manifest.")]
    public required string Name { get; init; }

    [Description("Unit of the values: bytes, ms or count.")]
    public required string Unit { get; init; }

    [Description("The effective value.")]
    public required long Effective { get; init; }

    [Description("The value for a plugin that asks for nothing.")]
    public required long HostDefault { get; init; }

    [Description("The value in the manifest; null when there is none.")]
    public required long? Requested { get; init; }

    [Description("The value that an administrator set; null when none did.")]
    public required long? Override { get; init; }

    [Description("The value that no plugin may exceed.")]
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
