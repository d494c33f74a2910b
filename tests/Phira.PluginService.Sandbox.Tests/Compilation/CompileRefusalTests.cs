using Microsoft.Extensions.Logging.Abstractions;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Sandbox.Compilation.Workers;
using Phira.PluginService.Sandbox.Testing;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.CompileBombs;

namespace Phira.PluginService.Sandbox.Tests.Compilation;

public sealed class CompileRefusalTests : IDisposable
{
    private static readonly CompileLimits Tight = new(512L << 20, TimeSpan.FromSeconds(6), TimeSpan.FromHours(1));

    private readonly TemporaryDirectory _directory = new();

    // Of their own: other tests do not wait behind bombs.
    private readonly WorkerPool _workers = new(maximum: 1, TestCompiler.Command);

    // It compiles when it is asked; without its program that fails.
    private readonly WorkerPool _broken = new(maximum: 1, ["/no/such/program"]);

    private static byte[] Bomb => CompileBombFactory.NestedLoops(300, 300).In(RepositoryFiles.Guest("idle"));

    public void Dispose()
    {
        _broken.Dispose();
        _workers.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task What_was_measured_is_said_in_both_languages()
    {
        var error = (await CompileAsync(_workers, Tight)).Error;

        Assert.Equal("component.too_expensive_to_compile", error?.Code.Value);
        Assert.Matches(@"more than the 0\.5 s of processor time .* \(stopped after [\d.]+ s, with \d+ MiB of memory\)", error!.Message());
        Assert.Matches(@"超过同等大小组件的上限 0\.5 秒（[\d.]+ 秒后中止，占用内存 \d+ MiB）", error.Message(Language.Chinese));
    }

    [Fact]
    public async Task What_the_system_says_is_told_apart_from_what_happened()
    {
        var error = (await CompileAsync(_broken, Tight)).Error!;

        Assert.Equal($"The compiler ended unexpectedly. Details: {error.Arguments[0].In(Language.English)}", error.Message());
        Assert.Equal($"编译进程意外结束。详细信息：{error.Arguments[0].In(Language.Chinese)}", error.Message(Language.Chinese));
    }

    [Fact]
    public async Task It_is_not_tried_again_after_a_restart()
    {
        await CompileAsync(_workers, Tight);

        Assert.Equal("component.too_expensive_to_compile", (await CompileAsync(_broken, Tight)).Error?.Code.Value);
    }

    [Fact]
    public async Task An_administrator_can_have_it_tried_again()
    {
        await CompileAsync(_workers, Tight);

        var again = await CompileAsync(_broken, Tight, new CompileTerms(IsKnown: false, Retry: true));

        Assert.Equal("component.compiler_failed", again.Error?.Code.Value);
    }

    [Fact]
    public async Task Other_limits_are_tried()
    {
        await CompileAsync(_workers, Tight);

        Assert.Equal("component.compiler_failed", (await CompileAsync(_broken, Tight with { Cpu = TimeSpan.FromSeconds(7) })).Error?.Code.Value);
    }

    [Fact]
    public async Task A_compiler_that_stood_still_is_no_reason_to_refuse_a_component()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The compiler that stands still is a command of a Unix shell.");
        using var sleeping = new WorkerPool(maximum: 1, ["/bin/sh", "-c", "exec sleep 1000000"]);

        var error = (await CompileAsync(sleeping, Tight with { Stall = TimeSpan.FromSeconds(0.2) })).Error;

        Assert.Equal("component.compiler_failed", error?.Code.Value);
        Assert.Matches(@"no processor time for 0\.2 s \(stopped after [\d.]+ s, with [\d.]+ s of processor time\)", error!.Message());
        Assert.Matches(@"连续 0\.2 秒没有占用 CPU（[\d.]+ 秒后中止，共用了 [\d.]+ 秒 CPU 时间）", error.Message(Language.Chinese));
        Assert.Equal("component.too_expensive_to_compile", (await CompileAsync(_workers, Tight)).Error?.Code.Value);
    }

    [Fact]
    public async Task What_is_absurd_is_refused_without_being_compiled()
    {
        var absurd = CompileBombFactory.SequentialLoops(9_000, 9_000).In(RepositoryFiles.Guest("idle"));

        var error = (await Compiler(_broken, Tight).CompileAsync(absurd, new ResourceLimits(), TestContext.Current.CancellationToken)).Error;

        Assert.Equal("component.too_expensive_to_compile", error?.Code.Value);
        Assert.Contains("locals × branches of one function: 162000000, at most 16000000 whatever the settings", error!.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_want_the_same_component_share_one_compilation()
    {
        var compiler = Compiler(_workers, Tight);

        var both = await Task.WhenAll(
            Enumerable.Range(0, 2)
                .Select(_ => compiler.CompileAsync(Bomb, new ResourceLimits(), new CompileTerms(false, Retry: true), TestContext.Current.CancellationToken)));

        // Measured twice, the processor time would not be the same.
        Assert.Equal(both[0].Error?.Message(), both[1].Error?.Message());
        Assert.Same(both[0].Error, both[1].Error);
    }

    [Fact]
    public async Task Types_are_read_without_compiling()
    {
        var types = await Compiler(_workers, Tight).DescribeAsync(Bomb, TestContext.Current.CancellationToken);

        Assert.Contains("phira:plugin/lifecycle@1.0.0", types.Value!.Exports.Select(export => export.Name));
    }

    [Theory]
    [InlineData(8_000, "component.too_expensive_to_compile")]
    [InlineData(8, null)]
    public async Task Types_that_are_too_much_to_read_are_refused_in_inspection_and_when_loading(int functions, string? expected)
    {
        // Each function repeats the whole type, in a file that names it once.
        var field = new string('a', 15_000);
        var exports = string.Concat(Enumerable.Range(0, functions).Select(i => $"(export \"f{i}\" (func (param \"p\" $named)))"));
        var component = Wat.Assemble(
            $"""
            (component (import "phira:plugin/log@1.0.0" (instance
              (type $type (record (field "{field}" u8)))
              (export "type" (type $named (eq $type)))
              {exports})))
            """);

        var described = await Compiler(_workers, TestCompiler.Limits).DescribeAsync(component, TestContext.Current.CancellationToken);
        var compiled = await Compiler(_workers, TestCompiler.Limits).CompileAsync(component, new ResourceLimits(), TestContext.Current.CancellationToken);
        compiled.Value?.Dispose();

        Assert.Equal((expected, expected), (described.Error?.Code.Value, compiled.Error?.Code.Value));
    }

    private ComponentCompiler Compiler(WorkerPool pool, CompileLimits limits) =>
        new(new CompileCache(_directory["cache"], NullLogger<CompileCache>.Instance), pool, limits, TimeProvider.System);

    private async Task<Result<CompiledComponent>> CompileAsync(WorkerPool pool, CompileLimits limits, CompileTerms terms = default) =>
        await Compiler(pool, limits).CompileAsync(Bomb, new ResourceLimits(), terms, TestContext.Current.CancellationToken);
}
