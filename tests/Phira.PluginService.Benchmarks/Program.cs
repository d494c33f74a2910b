using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Phira.PluginService.Benchmarks.Measuring;
using Phira.PluginService.Benchmarks.Ratios;
using Phira.PluginService.Sandbox.Compilation.Workers;

// Everything: no arguments. Only the comparisons of BenchmarkDotNet: any argument of it. Only those in interleaved slices: "ratios". Only what is measured
// once: "measure".
// "report" is what a measurement starts itself with. "--smoke" runs each of them once, to see that they still work; its numbers mean nothing.
if (args is [CompileWorkerProgram.Switch])
{
    return CompileWorkerProgram.Run();
}

var smoke = args.Contains("--smoke");
var rest = args.Where(argument => argument != "--smoke").ToArray();
var job = (smoke ? Job.Dry : Job.ShortRun).WithToolchain(InProcessEmitToolchain.Instance);
var config = ManualConfig.Create(DefaultConfig.Instance).AddJob(job);
if (smoke)
{
    config.WithOptions(ConfigOptions.DisableOptimizationsValidator);
}

if (rest is ["report", var root])
{
    await IdleMemory.ReportAsync(root, Console.Out);
    return 0;
}

if (!rest.Contains("measure") && !rest.Contains("ratios"))
{
    var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(rest.Length > 0 ? rest : ["--filter", "*"], config).ToArray();
    if (summaries.Length == 0 || summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)))
    {
        return 1;
    }
}

if (rest.Length == 0 || rest.Contains("ratios"))
{
    await ValuePath.RunAsync(pairs: smoke ? 1 : 400, Console.Out);
    await InstanceCreation.RunAsync(pairs: smoke ? 1 : 400, Console.Out);
    await PlatformPath.RunAsync(pairs: smoke ? 1 : 100, Console.Out);
    await EventRate.RunAsync(batches: smoke ? 1 : 50, Console.Out);
}

if (rest.Length == 0 || rest.Contains("measure"))
{
    await StreamReaders.RunAsync(readers: smoke ? 50 : 10_000, messages: smoke ? 3 : 20, Console.Out);
    await StartUp.RunAsync(plugins: smoke ? 3 : 100, Console.Out);
    await IdleMemory.RunAsync(plugins: smoke ? 3 : 20, Console.Out);
}

return 0;
