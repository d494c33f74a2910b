using System.Diagnostics;
using Phira.PluginService.Sandbox.Compilation.Workers;
using Phira.PluginService.Sandbox.Testing;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.CompileBombs;

namespace Phira.PluginService.Sandbox.Tests.Compilation;

/// <summary>Components are compiled by processes that neither hold up the service nor each other.</summary>
public sealed class CompileWorkerTests : IDisposable
{
    private static readonly CompileBudget Endless = new(512L << 20, TimeSpan.FromHours(1), TimeSpan.FromHours(1));

    private readonly WorkerPool _pool = new(maximum: 2, TestCompiler.Command);
    private readonly WorkerPool _single = new(maximum: 1, TestCompiler.Command);
    private readonly CancellationTokenSource _stop = new();

    private static byte[] Small => RepositoryFiles.Guest("idle");

    private static byte[] Bomb => CompileBombFactory.NestedLoops(300, 300).In(Small);

    public void Dispose()
    {
        _stop.Cancel();
        _pool.Dispose();
        _single.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public async Task One_that_takes_long_does_not_hold_up_others()
    {
        var slow = await BeginAsync(_pool, Bomb);

        Assert.Equal(WorkerOutcome.Done, (await AskAsync(_pool, Small)).Outcome);
        Assert.Equal(WorkerOutcome.Done, (await AskAsync(_pool, RepositoryFiles.Guest("echo"))).Outcome);
        Assert.False(slow.IsCompleted);
    }

    [Fact]
    public async Task What_has_run_before_comes_first_and_then_what_is_small()
    {
        var slow = await BeginAsync(_single, Bomb);
        var order = new List<string>();
        Task[] waiting =
        [
            NoteAsync("large and new", RepositoryFiles.Guest("echo"), isNew: true),
            NoteAsync("small and new", Small, isNew: true),
            NoteAsync("large and known", RepositoryFiles.Guest("echo"), isNew: false),
            NoteAsync("small and known", Small, isNew: false),
        ];

        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
        await Task.WhenAll(waiting);

        Assert.Equal(["small and known", "large and known", "small and new", "large and new"], order);

        async Task NoteAsync(string name, byte[] component, bool isNew)
        {
            // Noted where the only worker is asked, which is one after the other.
            var noted = false;
            await _single.AskAsync(new WorkerRequest(WorkerTask.Compile, component, Endless), isNew, _ => Note(), CancellationToken.None);
            Note();

            void Note()
            {
                lock (order)
                {
                    if (!noted)
                    {
                        noted = true;
                        order.Add(name);
                    }
                }
            }
        }
    }

    [Fact]
    public async Task What_nobody_waits_for_any_more_is_ended()
    {
        using var worker = CompileWorker.Start(TestCompiler.Command);
        using var process = Process.GetProcessById(worker.ProcessId);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = worker.AskAsync(new WorkerRequest(WorkerTask.Compile, Bomb, Endless), _ => begun.TrySetResult(), _stop.Token);
        await begun.Task;

        await _stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.False(worker.IsReusable);
    }

    [Fact]
    public async Task What_is_cancelled_while_it_waits_leaves_the_queue()
    {
        _ = await BeginAsync(_single, Bomb);
        using var impatient = new CancellationTokenSource();
        var waiting = _single.AskAsync(new WorkerRequest(WorkerTask.Compile, Small, Endless), isNew: true, _ => { }, impatient.Token);

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Theory]
    [InlineData(60, 3600, WorkerOutcome.OutOfMemory)]
    [InlineData(512, 1, WorkerOutcome.OutOfCpu)]
    public async Task Each_limit_ends_the_process(int mebibytes, int cpu, object expected)
    {
        using var worker = CompileWorker.Start(TestCompiler.Command);
        var budget = Endless with { MemoryBytes = mebibytes * 1024L * 1024, Cpu = TimeSpan.FromSeconds(cpu) };

        var answer = await worker.AskAsync(
            new WorkerRequest(WorkerTask.Compile, Bomb, budget), _ => { }, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.Outcome);
        Assert.False(worker.IsReusable);
    }

    [Fact]
    public async Task One_that_sleeps_is_ended()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The compiler that sleeps is a command of a Unix shell.");
        using var worker = CompileWorker.Start(["/bin/sh", "-c", "exec sleep 1000000"]);

        var answer = await worker.AskAsync(
            new WorkerRequest(WorkerTask.Compile, Small, Endless with { Stall = TimeSpan.FromSeconds(0.2) }), _ => { }, TestContext.Current.CancellationToken);

        Assert.Equal(WorkerOutcome.Stalled, answer.Outcome);
        Assert.False(worker.IsReusable);
    }

    [Fact]
    public async Task One_that_the_system_kills_is_said_to_be_killed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no signals.");
        using var worker = CompileWorker.Start(TestCompiler.Command);
        using var process = Process.GetProcessById(worker.ProcessId);

        var answer = await worker.AskAsync(
            new WorkerRequest(WorkerTask.Compile, Bomb, Endless), _ => process.Kill(), TestContext.Current.CancellationToken);

        Assert.Equal((WorkerOutcome.Crashed, "signal 9 (SIGKILL)"), (answer.Outcome, answer.Text));
    }

    [Fact]
    public async Task A_worker_serves_one_after_another()
    {
        using var worker = CompileWorker.Start(TestCompiler.Command);
        for (var i = 0; i < 3; i++)
        {
            var request = new WorkerRequest(WorkerTask.Compile, i == 1 ? Wat.Assemble("(component)")[..^1] : Small, Endless);
            var answer = await worker.AskAsync(request, _ => { }, TestContext.Current.CancellationToken);

            Assert.Equal(i == 1 ? WorkerOutcome.Invalid : WorkerOutcome.Done, answer.Outcome);
            Assert.True(worker.IsReusable);
        }
    }

    [Fact]
    public async Task A_worker_ends_with_the_service_also_in_the_middle_of_its_work()
    {
        using var process = Process.Start(WorkerCommand.Prepare(TestCompiler.Command))!;
        WorkerProtocol.WriteRequest(process.StandardInput.BaseStream, new WorkerRequest(WorkerTask.Compile, Bomb, Endless));

        process.StandardInput.Close();

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_worker_inherits_no_secrets_and_no_descriptors_and_others_come_before_it()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("What a process has is read from /proc.");
        }

        Environment.SetEnvironmentVariable("PHIRA_AUTH__ADMIN_TOKEN", "a secret of the service");
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        using var worker = CompileWorker.Start(TestCompiler.Command);
        await worker.AskAsync(new WorkerRequest(WorkerTask.Compile, Small, Endless), _ => { }, TestContext.Current.CancellationToken);
        var proc = $"/proc/{worker.ProcessId}";

        Assert.DoesNotContain("PHIRA", await File.ReadAllTextAsync($"{proc}/environ", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Directory.GetFiles($"{proc}/fd").Select(file => File.ResolveLinkTarget(file, returnFinalTarget: false)?.Name ?? ""),
            target => target.StartsWith("socket:", StringComparison.Ordinal) && SocketsOfThisProcess().Contains(target));
        Assert.Equal("900", (await File.ReadAllTextAsync($"{proc}/oom_score_adj", TestContext.Current.CancellationToken)).Trim());
        var stat = (await File.ReadAllTextAsync($"{proc}/stat", TestContext.Current.CancellationToken)).Split(") ")[1].Split(' ');
        Assert.Equal("5", stat[16]);
        Assert.Contains("Max core file size        0 ",
            await File.ReadAllTextAsync($"{proc}/limits", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static HashSet<string> SocketsOfThisProcess() =>
        [.. Directory.GetFiles("/proc/self/fd").Select(file => File.ResolveLinkTarget(file, returnFinalTarget: false)?.Name).OfType<string>()];

    /// <summary>Returns when the component is being compiled.</summary>
    private async Task<Task<WorkerAnswer>> BeginAsync(WorkerPool pool, byte[] component)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = pool.AskAsync(new WorkerRequest(WorkerTask.Compile, component, Endless), isNew: true, _ => begun.TrySetResult(), _stop.Token);
        await begun.Task;
        return answer;
    }

    private static Task<WorkerAnswer> AskAsync(WorkerPool pool, byte[] component) => pool.AskAsync(
        new WorkerRequest(WorkerTask.Compile, component, Endless), isNew: true, _ => { }, TestContext.Current.CancellationToken);
}
