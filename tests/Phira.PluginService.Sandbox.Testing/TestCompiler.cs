using System.Collections.Immutable;
using Phira.PluginService.Sandbox.Compilation.Workers;

namespace Phira.PluginService.Sandbox.Testing;

/// <summary>The compiler of the tests: it compiles in processes as the service does, which all tests of a run share.</summary>
internal static class TestCompiler
{
    /// <summary>The program that compiles.</summary>
    public static ImmutableArray<string> Command { get; } =
        [Path.Combine(AppContext.BaseDirectory, "Phira.PluginService.CompileWorker" + (OperatingSystem.IsWindows() ? ".exe" : ""))];

    /// <summary>The processes. They end with this one.</summary>
    public static WorkerPool Workers { get; } = new(maximum: 2, Command);

    /// <summary>The limits on the cost of compiling by default.</summary>
    public static CompileLimits Limits { get; } = CompileLimits.Default;
}
