using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Clock;

/// <summary>The interface <c>clock</c>.</summary>
internal static class ClockInterface
{
    /// <summary>Its functions.</summary>
    public static HostInterface Definition { get; } = new(
        "clock",
        new HostFunction("now", static (context, _) => Wit.Timestamp(context.Services.Time.GetUtcNow())) { IsPlain = true },
        new HostFunction("monotonic-now", static (context, _) => MonotonicNow(context.Services.Time)) { IsPlain = true });

    private static ComponentValue MonotonicNow(TimeProvider time) =>
        ComponentValue.U64((ulong)(time.GetElapsedTime(0).Ticks / TimeSpan.TicksPerMillisecond));
}
