using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging.Abstractions;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Testing;
using SharpFuzz;

namespace Phira.PluginService.Fuzz;

/// <summary>The target <c>values</c>: components are compiled once for each type, in a process of their own as the service does it.</summary>
internal static class ValueTarget
{
    /// <summary>Runs what AFL++ gives, or the standard input once.</summary>
    public static void Run()
    {
        var directory = Directory.CreateTempSubdirectory("phira-fuzz-");
        try
        {
            using var ticker = new EpochTicker();
            using var workers = new Sandbox.Compilation.Workers.WorkerPool(maximum: 1, TestCompiler.Command);
            var compiler = new ComponentCompiler(
                new CompileCache(directory.FullName, NullLogger<CompileCache>.Instance), workers, TestCompiler.Limits, TimeProvider.System);
            using var echo = new ValueEcho(bytes => Compile(compiler, bytes), ticker);
            Fuzzer.OutOfProcess.Run(stream => echo.Run(Targets.ReadAll(stream)));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [SuppressMessage("Usage", "VSTHRD002:Avoid problematic synchronous waits", Justification = "The thread has nothing else to do.")]
    private static CompiledComponent Compile(ComponentCompiler compiler, byte[] bytes) =>
        compiler.CompileAsync(bytes, new ResourceLimits(), CancellationToken.None).GetAwaiter().GetResult().Value!;
}
