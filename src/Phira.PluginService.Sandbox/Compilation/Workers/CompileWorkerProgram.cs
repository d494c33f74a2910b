using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using Phira.PluginService.Sandbox.Platform;

namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>
/// The program that compiles components for a service: it reads them from standard input, writes the answers to standard output, and ends
/// with its input, that is with the service. It is not meant to be started by people.
/// </summary>
public static class CompileWorkerProgram
{
    /// <summary>The argument that asks an executable for it.</summary>
    public const string Switch = "--compile";

    // The compiler recurses over the guest's code.
    private const int StackSize = 16 << 20;

    /// <summary>The command line that starts a program, without the switch.</summary>
    /// <param name="program">The assembly with the entry point that calls <see cref="Run"/>.</param>
    public static ImmutableArray<string> CommandOf(Assembly program) => WorkerCommand.Of(program);

    /// <summary>Runs until the input ends.</summary>
    /// <returns>The exit code.</returns>
    public static int Run()
    {
        // A terminal sends its signals to the service's children, too. When they end is for the service to say.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => context.Cancel = true);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => context.Cancel = true);
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        using var requests = new BlockingCollection<WorkerRequest>();
        var jobs = new WorkerJobs(NativePlatform.Current);
        jobs.Isolate();
        new Thread(() => Work(jobs, requests, output), StackSize) { IsBackground = true, Name = "compiler" }.Start();

        // Read while it compiles: the end of the input ends a compilation that nobody waits for.
        while (WorkerProtocol.ReadRequest(input) is { } request)
        {
            requests.Add(request);
        }

        Environment.Exit(0);
        return 0;
    }

    private static void Work(WorkerJobs jobs, BlockingCollection<WorkerRequest> requests, Stream output)
    {
        foreach (var request in requests.GetConsumingEnumerable())
        {
            var (outcome, payload) = jobs.Run(request);
            WorkerProtocol.WriteReply(output, outcome, payload);
        }
    }
}
