using System.Globalization;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Sandbox.Compilation.Workers;

namespace Phira.PluginService.Sandbox.Compilation;

/// <summary>That compiling a component was given up, and what was measured. Holds while the component would have the same budget.</summary>
internal sealed record CompileRefusal(WorkerOutcome Outcome, CompileBudget Budget, CompileCost Cost)
{
    private const double MiB = 1 << 20;

    /// <summary>
    /// Whether trying again would end the same way. How long it takes by the clock depends on what else the machine does.
    /// </summary>
    public bool IsLasting => Outcome is WorkerOutcome.OutOfMemory or WorkerOutcome.OutOfCpu;

    /// <summary>The refusal as an error.</summary>
    public Error Describe() => Describe(Text());

    /// <summary>An error that says why a component is too expensive.</summary>
    public static Error Describe(LocalizedText why) => new(ComponentErrors.TooExpensive, why.English) { ChineseArguments = [why.Chinese] };

    private LocalizedText Text()
    {
        var (cpu, wall, memory) = (Seconds(Cost.Cpu), Seconds(Cost.Wall), Number(Cost.PeakBytes / MiB));
        return Outcome switch
        {
            WorkerOutcome.OutOfMemory => new(
                $"it needs more than the {Number(Budget.MemoryBytes / MiB)} MiB of memory that a component of its size may use ({memory} MiB after {cpu} s of processor time)",
                $"所需内存超过同等大小组件的上限 {Number(Budget.MemoryBytes / MiB)} MiB（用了 {cpu} 秒处理器时间后已达 {memory} MiB）"),
            WorkerOutcome.OutOfCpu => new(
                $"it takes more than the {Seconds(Budget.Cpu)} s of processor time that a component of its size may use (stopped after {cpu} s, with {memory} MiB of memory)",
                $"所需处理器时间超过同等大小组件的上限 {Seconds(Budget.Cpu)} 秒（{cpu} 秒后中止，占用内存 {memory} MiB）"),
            _ => new(
                $"it was not finished within {Seconds(Budget.Wall)} s (stopped after {wall} s, with {cpu} s of processor time and {memory} MiB of memory)",
                $"未能在 {Seconds(Budget.Wall)} 秒内完成（{wall} 秒后中止，用了 {cpu} 秒处理器时间、{memory} MiB 内存）"),
        };
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
