using Phira.PluginService.Sandbox.Platform;

namespace Phira.PluginService.Benchmarks.Ratios;

/// <summary>Comparisons of actions that work on the calling thread alone, by its processor time.</summary>
internal static class ThreadSlices
{
    private const long Slice = 2_000_000;

    private static readonly InterleavedSlices Slices = new(() => NativePlatform.Current.ThreadClock.Nanoseconds, Slice);

    /// <summary>Compares an action with a reference.</summary>
    public static SliceComparison Compare(Action measured, Action reference, int pairs) => Slices.Compare(measured, reference, pairs);
}
