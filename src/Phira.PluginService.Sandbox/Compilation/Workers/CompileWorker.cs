using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>
/// A process that compiles one component after another. What is asked of it ends when it answers, when it has used up its budget, or when
/// nobody wants the answer any more; in the last two cases, and when it has ended by itself, the process is gone.
/// </summary>
internal sealed class CompileWorker : IDisposable
{
    private const int ExitBySignal = 128;
    private const int KillSignal = 9;
    private const int CpuLimitSignal = 24;
    private const int ErrorCharacters = 4096;

    // Beyond this it keeps memory of the last component that would count against the next one.
    private const long ReusableBytes = 160L << 20;

    // How a native allocator and the managed runtime say that the system gave them no memory.
    private static readonly ImmutableArray<string> MemoryTexts = ["memory allocation of", "Out of memory", "Cannot allocate memory", "os error 12"];

    private readonly Process _process;

    private CompileWorker(Process process) => _process = process;

    /// <summary>Whether the worker can take another job.</summary>
    public bool IsReusable { get; private set; } = true;

    /// <summary>The process, as the operating system knows it.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts one.</summary>
    /// <param name="command">The program and its arguments; empty for the program that runs now.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public static CompileWorker Start(ImmutableArray<string> command) =>
        new(Process.Start(WorkerCommand.Prepare(command)) ?? throw new InvalidOperationException("no process was started"));

    /// <summary>Asks it.</summary>
    /// <param name="cancellationToken">Ends the process, when the request is not answered yet.</param>
    public async Task<WorkerAnswer> AskAsync(WorkerRequest request, Action<CompileCost> progress, CancellationToken cancellationToken)
    {
        IsReusable = false;
        using var answered = new CancellationTokenSource();
        var watch = new CompileWatch(() => WorkerUsage.Of(_process), request.Budget, TimeProvider.System);
        var watching = watch.RunAsync(progress, Kill, answered.Token);
        await using var registration = cancellationToken.Register(Kill);
        try
        {
            var (outcome, payload) = await ConverseAsync(request);
            await StopAsync();
            IsReusable = watch.Exceeded is null && watch.Last.ResidentBytes <= ReusableBytes;
            return new WorkerAnswer(outcome, payload, watch.Cost);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or ObjectDisposedException)
        {
            await StopAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return await ExplainAsync(watch, exception);
        }

        async Task StopAsync()
        {
            await answered.CancelAsync();
            await watching;
        }
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    // A pipe is read by a thread that waits. It must not be one of the pool, whose others see to it that the process is ended in time.
    private Task<(WorkerOutcome Outcome, byte[] Payload)> ConverseAsync(WorkerRequest request) => Task.Factory.StartNew(
        () =>
        {
            WorkerProtocol.WriteRequest(_process.StandardInput.BaseStream, request);
            return WorkerProtocol.ReadReply(_process.StandardOutput.BaseStream, request.MaximumAnswerBytes);
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
        TaskScheduler.Default);

    private async Task<WorkerAnswer> ExplainAsync(CompileWatch watch, Exception exception)
    {
        Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        if (watch.Exceeded is { } exceeded)
        {
            return new WorkerAnswer(exceeded, [], watch.Cost);
        }

        var said = await ReadErrorsAsync();
        var outcome = _process.ExitCode == ExitBySignal + CpuLimitSignal
            ? WorkerOutcome.OutOfCpu
            : MemoryTexts.Any(text => said.Contains(text, StringComparison.Ordinal)) ? WorkerOutcome.OutOfMemory : WorkerOutcome.Crashed;
        var end = exception is InvalidDataException ? exception.Message : Describe(_process.ExitCode);
        var text = said.Length == 0 ? end : $"{end}: {said}";
        return new WorkerAnswer(outcome, Encoding.UTF8.GetBytes(text), watch.CostAtLeast(outcome));
    }

    private static string Describe(int exitCode) => exitCode switch
    {
        ExitBySignal + KillSignal => "signal 9 (SIGKILL)",
        > ExitBySignal => $"signal {exitCode - ExitBySignal}",
        _ => $"exit code {exitCode}",
    };

    private async Task<string> ReadErrorsAsync()
    {
        var buffer = new char[ErrorCharacters];
        try
        {
            var count = await _process.StandardError.ReadBlockAsync(buffer);
            return new string(buffer, 0, count).Trim();
        }
        catch (IOException)
        {
            return "";
        }
    }
}
