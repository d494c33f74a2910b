using BenchmarkDotNet.Attributes;
using Phira.PluginService.Benchmarks.Hosting;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Testing;
using Wasmtime.Components;

namespace Phira.PluginService.Benchmarks.Comparisons;

/// <summary>From machine code in the cache to a component, and a plugin that is replaced while it runs.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class Loading
{
    private const string Guest = "listener";

    private Platform _platform = null!;
    private Wasmtime.Engine _engine = null!;
    private Component _component = null!;
    private byte[] _bytes = null!;
    private byte[] _code = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        _platform = await new Platform().With(Guest).StartAsync();
        _bytes = RepositoryFiles.Guest(Guest);
        _engine = new Wasmtime.Engine();
        _component = BareGuest.Compile(_engine, Guest);
        _code = _component.Serialize();
    }

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        await _platform.DisposeAsync();
        _component.Dispose();
        _engine.Dispose();
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Cached load")]
    public void BareDeserialize()
    {
        using var engine = new Wasmtime.Engine();
        Component.Deserialize(engine, _code).Dispose();
    }

    /// <summary>With reading the file, on the compiler's own thread.</summary>
    [Benchmark]
    [BenchmarkCategory("Cached load")]
    public async Task LoadFromCacheAsync() =>
        (await _platform.Compiler.CompileAsync(_bytes, new ResourceLimits(), CancellationToken.None)).Value!.Dispose();

    /// <summary>Machine code, instance, <c>init</c> and <c>start</c>.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Reload")]
    public void BareReplacement()
    {
        using var engine = new Wasmtime.Engine();
        using var component = Component.Deserialize(engine, _code);
        using var guest = new BareGuest(engine, component);
        guest.Init.Call(ComponentValue.String("{}"));
        guest.Start.Call();
    }

    /// <summary>From the files on disk to the new version being active, the old one stopped, and the change in the database.</summary>
    [Benchmark]
    [BenchmarkCategory("Reload")]
    public Task ReloadAsync() => _platform.ReloadAsync(Guest);
}
