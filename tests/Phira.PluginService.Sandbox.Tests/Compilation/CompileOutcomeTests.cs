using Microsoft.Extensions.Logging.Abstractions;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Sandbox.Compilation.Workers;
using Phira.PluginService.Sandbox.Testing;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.CompileBombs;

namespace Phira.PluginService.Sandbox.Tests.Compilation;

/// <summary>The compiler tells the outcome of each request, and its workers how much there is to do.</summary>
public sealed class CompileOutcomeTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly List<CompileOutcome> _outcomes = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task What_became_of_each_request()
    {
        using var broken = new WorkerPool(maximum: 1, ["/no/such/program"]);
        var idle = RepositoryFiles.Guest("idle");

        await CompileAsync(TestCompiler.Workers, idle, Stop);
        await CompileAsync(TestCompiler.Workers, idle, Stop);
        await CompileAsync(TestCompiler.Workers, CompileBombFactory.SequentialLoops(9_000, 9_000).In(idle), Stop);
        await CompileAsync(TestCompiler.Workers, [1, 2, 3], Stop);
        await CompileAsync(TestCompiler.Workers, Wat.Assemble("(component)")[..^1], Stop);
        await CompileAsync(broken, RepositoryFiles.Guest("echo"), Stop);

        Assert.Equal(
            [
                CompileOutcome.Compiled, CompileOutcome.Cached, CompileOutcome.Refused, CompileOutcome.Invalid, CompileOutcome.Invalid, CompileOutcome.Failed,
            ],
            _outcomes);
    }

    [Fact]
    public async Task What_waits_and_what_is_compiled()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The compiler that never answers is a command of a Unix shell.");
        using var silent = new WorkerPool(maximum: 1, ["/bin/sh", "-c", "exec sleep 1000000"]);
        Assert.Equal((0, 0), (silent.Busy, silent.Waiting));
        using var stop = new CancellationTokenSource();

        var requests = new[] { "idle", "echo" }.Select(name => CompileAsync(silent, RepositoryFiles.Guest(name), stop.Token)).ToList();

        await Eventually.IsTrueAsync(() => (silent.Busy, silent.Waiting) == (1, 1), "one is compiled and one waits");
        await stop.CancelAsync();
        foreach (var request in requests)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        }

        await Eventually.IsTrueAsync(() => (silent.Busy, silent.Waiting) == (0, 0), "nothing is left to do");
        Assert.Empty(_outcomes);
    }

    private async Task CompileAsync(WorkerPool workers, byte[] component, CancellationToken cancellationToken)
    {
        var cache = new CompileCache(_directory["cache"], NullLogger<CompileCache>.Instance);
        var compiler = new ComponentCompiler(cache, workers, TestCompiler.Limits, TimeProvider.System);
        compiler.Finished += _outcomes.Add;
        (await compiler.CompileAsync(component, new ResourceLimits(), cancellationToken)).Value?.Dispose();
    }
}
