using Phira.PluginService.Core.Limits;
using Phira.PluginService.Sandbox.Binary;
using Phira.PluginService.Sandbox.Compilation.Workers;
using Phira.PluginService.Sandbox.Testing;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Sandbox.Tests.Compilation;

/// <summary>The bounds against expensive components must never refuse an honest one.</summary>
public sealed class HonestComponentTests(ITestOutputHelper output) : IDisposable
{
    // On a slow or busy machine compiling takes more processor time, too.
    private const int Margin = 2;

    private readonly EngineFixture _fixture = new();

    public static TheoryData<string> All =>
    [
        .. ComponentsBelow("plugins"),
        .. ComponentsBelow("artifacts/guests").Where(file => !file.Contains("runtime-cases", StringComparison.Ordinal)),
    ];

    public static TheoryData<string> Hostile => [.. ComponentsBelow("artifacts/guests/runtime-cases")];

    public void Dispose() => _fixture.Dispose();

    [Theory]
    [MemberData(nameof(All))]
    public async Task Each_is_far_from_its_budget(string file)
    {
        var bytes = await ReadAsync(file);
        var survey = CodeSurvey.Of(bytes);
        var budget = TestCompiler.Limits.BudgetFor(survey.CodeBytes, bytes.Length);

        var answer = await TestCompiler.Workers.AskAsync(
            new WorkerRequest(WorkerTask.Compile, bytes, budget), isNew: false, _ => { }, TestContext.Current.CancellationToken);

        output.WriteLine($"{bytes.Length} bytes, {survey.CodeBytes} of code: {answer.Cost.Cpu.TotalSeconds:0.00} of {budget.Cpu.TotalSeconds:0.0} s, {answer.Cost.PeakBytes >> 20} of {budget.MemoryBytes >> 20} MiB");
        Assert.Null(CodeBounds.FindExcess(survey));
        Assert.True(answer.Outcome is WorkerOutcome.Done or WorkerOutcome.Invalid);
        Assert.True(answer.Cost.Cpu * Margin < budget.Cpu);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task What_misbehaves_only_when_it_runs_is_compiled(string file) => Assert.Null(CodeBounds.FindExcess(CodeSurvey.Of(await ReadAsync(file))));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Without_its_code_each_has_the_same_types(string file)
    {
        var bytes = await ReadAsync(file);
        var described = await _fixture.Compiler().DescribeAsync(bytes, TestContext.Current.CancellationToken);
        var compiled = await _fixture.Compiler().CompileAsync(bytes, new ResourceLimits(), TestContext.Current.CancellationToken);
        using var component = compiled.Value;

        Assert.Equal(compiled.Error?.Code, described.Error?.Code);
        if (component is not null)
        {
            Assert.Equivalent(component.ReadTypes(), described.Value, strict: true);
        }
    }

    private static IEnumerable<string> ComponentsBelow(string folder)
    {
        var root = RepositoryFiles.PathOf();
        return Directory.EnumerateFiles(RepositoryFiles.PathOf(folder.Split('/')), "*.wasm", SearchOption.AllDirectories)
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(root, file))
            .Order(StringComparer.Ordinal);
    }

    private static Task<byte[]> ReadAsync(string file) =>
        File.ReadAllBytesAsync(RepositoryFiles.PathOf(file), TestContext.Current.CancellationToken);
}
