using Phira.PluginService.Sandbox.Binary;
using Phira.PluginService.Sandbox.Compilation.Workers;
using Phira.PluginService.Sandbox.Testing;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.CompileBombs;

namespace Phira.PluginService.Sandbox.Tests.Compilation;

public sealed class CompileBombTests(ITestOutputHelper output)
{
    // Of their own: other tests do not wait behind bombs.
    private static readonly WorkerPool Workers = new(maximum: 1, TestCompiler.Command);

    private const long MiB = 1 << 20;

    // The operating system ends a process that nobody watches in time: whole seconds, and a reserve of two.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(3);

    public static TheoryData<CompileBomb> All => [.. CompileBombFactory.All];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Each_ends_within_10_seconds_of_processor_time_and_512_MiB(CompileBomb bomb)
    {
        var bytes = bomb.In(RepositoryFiles.Guest("idle"));
        var survey = CodeSurvey.Of(bytes);
        var budget = TestCompiler.Limits.BudgetFor(survey.CodeBytes, bytes.Length);
        if (CodeBounds.FindExcess(survey) is { } excess)
        {
            output.WriteLine($"{bomb.Name}: {bytes.Length} bytes, {excess}");
            return;
        }

        foreach (var task in (WorkerTask[])[WorkerTask.Describe, WorkerTask.Compile])
        {
            var answer = await Workers.AskAsync(
                new WorkerRequest(task, bytes, budget), isNew: true, _ => { }, TestContext.Current.CancellationToken);
            var said = answer.Outcome == WorkerOutcome.Done ? $"{answer.Payload.Length} bytes" : answer.Text;
            output.WriteLine(
                $"{bomb.Name}: {bytes.Length} bytes, {task} {answer.Outcome} after {answer.Cost.Cpu.TotalSeconds:0.00} s ({answer.Cost.Wall.TotalSeconds:0.00} s by the clock), {answer.Cost.PeakBytes / MiB} MiB {said}");

            Assert.NotEqual(WorkerOutcome.Crashed, answer.Outcome);
            Assert.True(answer.Cost.Cpu <= TimeSpan.FromSeconds(10) + Reserve);
            Assert.True(answer.Cost.PeakBytes <= 512 * MiB);
        }
    }
}
