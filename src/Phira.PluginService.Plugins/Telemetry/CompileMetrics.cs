using System.Diagnostics.Metrics;
using Phira.PluginService.Core.Telemetry;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Sandbox.Compilation.Workers;

namespace Phira.PluginService.Plugins.Telemetry;

/// <summary>The instruments of the compilation of components.</summary>
internal static class CompileMetrics
{
    /// <summary>Observes a compiler and its workers for as long as the service runs.</summary>
    public static void Observe(IMeterFactory meters, ComponentCompiler compiler, WorkerPool workers)
    {
        var meter = meters.Create(PluginMetrics.MeterName);
        var requests = new LabelledCounter<CompileOutcome>(
            meter,
            "phira.compile.requests",
            "{request}",
            "Requests for the machine code of a component by outcome.",
            outcome => [new("outcome", LabelValue.Of(outcome))],
            Enum.GetValues<CompileOutcome>());
        compiler.Finished += requests.Add;
        meter.CreateObservableGauge("phira.compile.queue.length", () => workers.Waiting, "{request}", "Requests that wait for a process that compiles.");
        meter.CreateObservableGauge("phira.compile.workers.busy", () => workers.Busy, "{worker}", "Processes that compile.");
    }
}
