using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Sandbox.Compilation.Workers;
using Phira.PluginService.Sandbox.Testing;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.CompileBombs;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

/// <summary>Plugins whose compilation takes long, or longer than it may.</summary>
public sealed class CompilationTests : IDisposable
{
    private readonly WorkerPool _workers = new(maximum: 2, TestCompiler.Command);
    private readonly TemporaryDirectory _cache = new();
    private readonly TemporaryDirectory _packages = new();

    private static byte[] Idle => RepositoryFiles.Guest("idle");

    private static byte[] Bomb => CompileBombFactory.NestedLoops(300, 300).In(Idle);

    // Honest, and long enough to look at it meanwhile.
    private static byte[] Large => CompileBombFactory.BranchTables(functions: 60, targets: 10_000).In(Idle);

    public void Dispose()
    {
        _workers.Dispose();
        _cache.Dispose();
        _packages.Dispose();
    }

    [Theory]
    [InlineData(PluginOperation.Unload, PluginState.Unloaded)]
    [InlineData(PluginOperation.Disable, PluginState.Disabled)]
    public async Task What_takes_a_plugin_down_ends_its_compilation(PluginOperation operation, PluginState expected)
    {
        await using var host = Host(Endless).With("bomb", Bomb);
        await host.Startup.StartAsync(TestContext.Current.CancellationToken);
        await host.UntilAsync("bomb", PluginState.Resolved);

        Assert.Equal(expected, (await host.DoAsync("bomb", operation)).Value?.State);

        await host.Startup.Loading;
        Assert.Empty(host.Logs.Problems);
        Assert.DoesNotContain(host.Changes, change => change.State == PluginState.Failed);
    }

    [Fact]
    public async Task After_that_it_can_be_loaded_again()
    {
        await using var host = Host(Endless).With("idle", Large);
        await host.Startup.StartAsync(TestContext.Current.CancellationToken);
        await host.UntilAsync("idle", PluginState.Resolved);
        await host.DoAsync("idle", PluginOperation.Unload);

        Assert.Equal(PluginState.Running, (await host.DoAsync("idle", PluginOperation.Load)).Value?.State);
    }

    [Fact]
    public async Task The_service_is_ready_before_a_plugin_that_never_ran_is_compiled()
    {
        await using var host = Host(Endless).WithSample("dice").With("bomb", Bomb);

        await host.Startup.StartAsync(TestContext.Current.CancellationToken);
        await host.Startup.Ready.WaitAsync(PluginHost.Patience, TestContext.Current.CancellationToken);

        Assert.Equal(PluginState.Resolved, host.Plugin("bomb").State);
        Assert.False(host.Startup.Loading.IsCompleted);
    }

    [Fact]
    public async Task The_service_waits_for_a_plugin_that_has_run_before()
    {
        await using (await Host(Endless).With("idle", Large).StartAsync())
        {
        }

        Directory.Delete(_cache["compiled"], recursive: true);
        await using var host = Host(Endless).With("idle", Large).With("bomb", Bomb);
        await host.Startup.StartAsync(TestContext.Current.CancellationToken);
        await host.Startup.Ready.WaitAsync(PluginHost.Patience, TestContext.Current.CancellationToken);

        Assert.Equal((PluginState.Running, PluginState.Resolved), (host.Plugin("idle").State, host.Plugin("bomb").State));
    }

    [Fact]
    public async Task One_that_is_too_expensive_fails_and_is_not_tried_again_by_itself()
    {
        await using (var first = await Host(Tight).WithSample("dice").With("bomb", Bomb).StartAsync())
        {
            Assert.Equal("component.too_expensive_to_compile", first.Plugin("bomb").Failure?.Code.Value);
            Assert.Equal(PluginState.Running, first.Plugin("dice").State);
        }

        using var broken = new WorkerPool(maximum: 1, ["/no/such/program"]);
        await using var second = await Host(Tight, broken).With("bomb", Bomb).StartAsync();

        Assert.Equal("component.too_expensive_to_compile", second.Plugin("bomb").Failure?.Code.Value);
        Assert.Equal("component.compiler_failed", (await second.DoAsync("bomb", PluginOperation.Load)).Error?.Code.Value);
    }

    [Fact]
    public async Task A_version_that_is_too_expensive_leaves_the_running_one_alone()
    {
        await using var host = await Host(Tight).With("idle", Idle).StartAsync();
        host.Write("idle/guest.wasm", Bomb);

        Assert.Equal("component.too_expensive_to_compile", (await host.DoAsync("idle", PluginOperation.Reload)).Error?.Code.Value);

        Assert.Equal(PluginState.Running, host.Plugin("idle").State);
    }

    [Fact]
    public async Task The_time_that_an_instance_takes_to_start_does_not_count_the_compiler()
    {
        var time = new FakeTimeProvider();
        await using var host = new PluginHost(Endless, time: time, workers: _workers).With("idle", Large);
        await host.Startup.StartAsync(TestContext.Current.CancellationToken);
        await host.UntilAsync("idle", PluginState.Resolved);

        time.Advance(TimeSpan.FromHours(1));
        await host.UntilAsync("idle", PluginState.Running);

        Assert.Equal(TimeSpan.Zero, host.Plugin("idle").Usage.InstanceStartTime);
    }

    private PluginHost Host(Action<PluginsOptions> configure, WorkerPool? workers = null) => new(
        options =>
        {
            options.CacheDirectory = _cache["compiled"];
            options.PackagesDirectory = _packages.Path;
            configure(options);
        },
        workers: workers ?? _workers);

    private void Endless(PluginsOptions options)
    {
        options.CacheDirectory = _cache["compiled"];
        options.CompileCpuSecs = 3600;
    }

    private static void Tight(PluginsOptions options) => options.CompileCpuSecs = 12;
}
