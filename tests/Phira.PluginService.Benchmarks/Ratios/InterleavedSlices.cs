namespace Phira.PluginService.Benchmarks.Ratios;

/// <summary>
/// Compares two actions in many short slices that take turns, by processor time: other work on the machine does not count, and what disturbs a slice
/// disturbs its neighbour. The ratio is the median of the ratios of neighbours.
/// </summary>
/// <param name="clock">The processor time that counts, in nanoseconds: of the thread, or of the process where several threads work.</param>
/// <param name="slice">The shortest slice, in nanoseconds.</param>
internal sealed class InterleavedSlices(Func<long> clock, long slice)
{
    /// <summary>Compares an action with a reference.</summary>
    /// <param name="pairs">Number of slices of each to compare; as many come before, for the runtime to optimise the code.</param>
    public SliceComparison Compare(Action measured, Action reference, int pairs)
    {
        _ = MeasureAll(measured, reference, pairs, (1, 1));
        var calls = (CallsPerSlice(measured), CallsPerSlice(reference));
        _ = MeasureAll(measured, reference, pairs, calls);
        return new SliceComparison(MeasureAll(measured, reference, pairs, calls));
    }

    private (double Measured, double Reference)[] MeasureAll(Action measured, Action reference, int pairs, (int Measured, int Reference) calls)
    {
        var costs = new (double Measured, double Reference)[pairs];
        for (var pair = 0; pair < pairs; pair++)
        {
            // Neither is always the one that comes second.
            if (pair % 2 == 0)
            {
                costs[pair].Measured = Cost(measured, calls.Measured);
                costs[pair].Reference = Cost(reference, calls.Reference);
            }
            else
            {
                costs[pair].Reference = Cost(reference, calls.Reference);
                costs[pair].Measured = Cost(measured, calls.Measured);
            }
        }

        return costs;
    }

    private int CallsPerSlice(Action action)
    {
        var calls = 1;
        while (Cost(action, calls) * calls < slice)
        {
            calls *= 2;
        }

        return calls;
    }

    private double Cost(Action action, int calls)
    {
        var before = clock();
        for (var call = 0; call < calls; call++)
        {
            action();
        }

        return (double)(clock() - before) / calls;
    }
}
