using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Clock;

/// <summary>The functions of <c>clock</c> for one instance.</summary>
internal sealed class ClockFunctions(TimeProvider timeProvider)
{
    public HostReply Now(ReadOnlySpan<ComponentValue> arguments) => Wit.Timestamp(timeProvider.GetUtcNow());

    public HostReply MonotonicNow(ReadOnlySpan<ComponentValue> arguments) =>
        ComponentValue.U64((ulong)(timeProvider.GetElapsedTime(0).Ticks / TimeSpan.TicksPerMillisecond));
}
