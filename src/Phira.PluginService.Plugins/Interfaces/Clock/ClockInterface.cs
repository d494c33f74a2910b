using Phira.PluginService.Plugins.HostFunctions;

namespace Phira.PluginService.Plugins.Interfaces.Clock;

/// <summary>The interface <c>clock</c>.</summary>
internal sealed class ClockInterface(TimeProvider timeProvider) : HostInterface<ClockFunctions>(
    "clock",
    new("now", clock => clock.Now) { IsPlain = true },
    new("monotonic-now", clock => clock.MonotonicNow) { IsPlain = true })
{
    /// <inheritdoc />
    protected override ClockFunctions CreateInstance(InstanceScope scope) => new(timeProvider);
}
