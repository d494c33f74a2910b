using Phira.PluginService.Benchmarks.Hosting;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Sandbox.Bridge;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Platform;
using Phira.PluginService.Sandbox.Values;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Benchmarks.Ratios;

/// <summary>From a compiled component to an instance and its end: with memory accounting, limits, WASI and the bridge, compared with none of these.</summary>
internal static class InstanceCreation
{
    private const string Guest = "listener";

    public static async Task RunAsync(int pairs, TextWriter output)
    {
        await using var platform = await new Platform().StartAsync();
        using var ticker = new EpochTicker();
        using var engine = new Wasmtime.Engine();
        using var component = BareGuest.Compile(engine, Guest);
        using var compiled = (await platform.Compiler.CompileAsync(RepositoryFiles.Guest(Guest), new ResourceLimits(), CancellationToken.None)).Value!;
        var setup = new GuestSetup(new ResourceLimits(), ticker, TimeProvider.System, [new Subscribe()]) { Platform = NativePlatform.Current };
        var comparison = ThreadSlices.Compare(
            () =>
            {
                using var instance = WasmInstance.Create(compiled, setup, out _)!;
                instance.Find("phira:plugin/lifecycle@1.0.0", "start", "start");
            },
            () => new BareGuest(engine, component).Dispose(),
            pairs);
        await output.WriteLineAsync($"instance : instance without the platform: {comparison.Describe()}");
    }

    private sealed class Subscribe() : GuestImport("phira:plugin/events@1.0.0", "subscribe-event")
    {
        public override void Invoke(ValueReader arguments)
        {
        }

        public override void Write(ValueWriter result) => result.Empty(isOk: true);
    }
}
