using System.Globalization;

namespace Phira.PluginService.Benchmarks.Ratios;

/// <summary>The result of a comparison.</summary>
/// <param name="costs">Nanoseconds that a call took in neighbouring slices.</param>
internal sealed class SliceComparison((double Measured, double Reference)[] costs)
{
    /// <summary>The median of the ratios, the quarters around it, and the medians of both costs.</summary>
    /// <param name="operations">Number of operations that a call consists of.</param>
    public string Describe(int operations = 1)
    {
        double[] ratios = [.. costs.Select(cost => cost.Measured / cost.Reference).Order()];
        var (measured, reference) = (Microseconds(cost => cost.Measured, operations), Microseconds(cost => cost.Reference, operations));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{At(ratios, 0.5):g3} (half of the slices: {At(ratios, 0.25):g3} to {At(ratios, 0.75):g3}), {measured:f2} µs : {reference:f2} µs");
    }

    private double Microseconds(Func<(double Measured, double Reference), double> cost, int operations) =>
        At([.. costs.Select(cost).Order()], 0.5) / 1000 / operations;

    private static double At(double[] sorted, double share) => sorted[(int)((sorted.Length - 1) * share)];
}
