namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>Follows what a process uses for one request, and says when that is too much.</summary>
/// <param name="read">Reads the usage of the process now; null when it has ended.</param>
internal sealed class CompileWatch(Func<WorkerUsage?> read, CompileBudget budget, TimeProvider timeProvider)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    // Where this process stood still itself, the other one may have, too.
    private static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(1);

    private readonly long _started = timeProvider.GetTimestamp();
    private readonly TimeSpan _cpuBefore = read()?.Cpu ?? TimeSpan.Zero;
    private TimeSpan _looked;
    private TimeSpan _stalled;
    private long _peak;

    /// <summary>Usage of the process at the last look.</summary>
    public WorkerUsage Last { get; private set; }

    /// <summary>The limit that the process has reached; null while it may continue.</summary>
    public WorkerOutcome? Exceeded { get; private set; }

    /// <summary>Cost of the request up to now.</summary>
    public CompileCost Cost { get; private set; }

    /// <summary>Looks until the request is answered or has used up its budget.</summary>
    /// <param name="end">Ends the process.</param>
    public async Task RunAsync(Action<CompileCost> progress, Action end, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (Exceeded is null && await timer.WaitForNextTickAsync(cancellationToken))
            {
                Look();
                progress(Cost);
            }

            end();
        }
        catch (OperationCanceledException)
        {
            // It has answered. A short one may never have been looked at.
            Measure();
        }
    }

    /// <summary>Looks once.</summary>
    public void Look()
    {
        var before = Cost.Cpu;
        Measure();
        var now = timeProvider.GetElapsedTime(_started);
        var passed = now - _looked;
        _looked = now;
        _stalled = Cost.Cpu > before ? TimeSpan.Zero : _stalled + (passed < LongestInterval ? passed : LongestInterval);
        Exceeded = Cost.PeakBytes > budget.MemoryBytes ? WorkerOutcome.OutOfMemory
            : Cost.Cpu > budget.Cpu ? WorkerOutcome.OutOfCpu
            : _stalled > budget.Stall ? WorkerOutcome.Stalled
            : null;
    }

    /// <summary>The cost, when the system has ended the process before it was looked at again.</summary>
    public CompileCost CostAtLeast(WorkerOutcome outcome) => outcome == WorkerOutcome.OutOfCpu && Cost.Cpu < budget.Cpu
        ? Cost with { Cpu = budget.Cpu }
        : Cost;

    private void Measure()
    {
        if (read() is not { } usage)
        {
            return;
        }

        Last = usage;
        _peak = Math.Max(_peak, usage.ResidentBytes);
        Cost = new CompileCost(_peak, usage.Cpu - _cpuBefore, timeProvider.GetElapsedTime(_started));
    }
}
