using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Sandbox.Execution;

/// <summary>The end of an instance.</summary>
/// <param name="Limit">The limit that was reached, if any.</param>
internal sealed record GuestFault(FaultKind Kind, Error Error, string? Limit, string Details)
{
    /// <summary>The call in which the instance was lost, and its usage at that time.</summary>
    public FaultScene Scene { get; init; } = FaultScene.Unknown;

    /// <summary>Names its crash report to those who waited for the call.</summary>
    public string Id { get; init; } = Guid.NewGuid().ToString("n");
}
