using System.Globalization;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Sandbox.Compilation.Workers;

namespace Phira.PluginService.Sandbox.Compilation;

/// <summary>
/// The refusal to compile a component because compiling was ended early, with the measured cost. Holds while the component would have the
/// same budget.
/// </summary>
internal sealed record CompileRefusal(WorkerOutcome Outcome, CompileBudget Budget, CompileCost Cost)
{
    private const double MiB = 1 << 20;

    /// <summary>The refusal as an error.</summary>
    public Error Describe() => Describe(Text());

    /// <summary>An error that says why a component is too expensive.</summary>
    public static Error Describe(LocalizedText why) => new(CompilationErrors.TooExpensive, why);

    /// <summary>Returns a text about a compiler that stood still, which says nothing about the component.</summary>
    public static LocalizedText DescribeStall(CompileBudget budget, CompileCost cost) =>
        LocalizedText.Of("compile.stalled", Seconds(budget.Stall), Seconds(cost.Wall), Seconds(cost.Cpu));

    private LocalizedText Text()
    {
        var (cpu, memory) = (Seconds(Cost.Cpu), Number(Cost.PeakBytes / MiB));
        return Outcome == WorkerOutcome.OutOfMemory
            ? LocalizedText.Of("compile.out_of_memory", Number(Budget.MemoryBytes / MiB), memory, cpu)
            : LocalizedText.Of("compile.out_of_cpu", Seconds(Budget.Cpu), cpu, memory);
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
