using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>
/// The command that starts a worker: a program that calls <see cref="CompileWorkerProgram"/>, with nothing of the service's own
/// environment.
/// </summary>
internal static class WorkerCommand
{
    private const string RootVariable = "DOTNET_ROOT";

    // What the runtime and the operating system need to start a program. Secrets come in other variables.
    private static readonly ImmutableArray<string> Kept =
        ["PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", RootVariable, "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64"];

    private static readonly ImmutableArray<(string Name, string Value)> Own =
    [
        ("DOTNET_EnableDiagnostics", "0"),
        ("DOTNET_gcServer", "0"),
        ("DOTNET_gcConcurrent", "0"),
        ("DOTNET_GCHeapHardLimit", "0x18000000"),
        ("DOTNET_TieredPGO", "0"),
        ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"),

        // The compiler frees in large pieces; memory that stays with the process would count against the next component.
        ("MALLOC_ARENA_MAX", "1"),
        ("MALLOC_MMAP_THRESHOLD_", "131072"),
    ];

    /// <summary>The command line of a program that is built as an assembly.</summary>
    public static ImmutableArray<string> Of(Assembly program)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, $"{program.GetName().Name}.dll");
        var process = Environment.ProcessPath ?? "dotnet";
        if (!File.Exists(assembly))
        {
            // A single file holds the assembly: it is the program itself.
            return [process];
        }

        var executable = Path.ChangeExtension(assembly, OperatingSystem.IsWindows() ? ".exe" : null);
        var isRunByHost = Path.GetFileNameWithoutExtension(process) == "dotnet";
        return !isRunByHost && File.Exists(executable) ? [executable] : [isRunByHost ? process : "dotnet", assembly];
    }

    /// <summary>Prepares the start of a worker.</summary>
    /// <param name="command">The program and its arguments; empty for the program that runs now.</param>
    public static ProcessStartInfo Prepare(ImmutableArray<string> command)
    {
        var full = command.IsDefaultOrEmpty ? Of(Assembly.GetEntryAssembly() ?? typeof(WorkerCommand).Assembly) : command;
        var start = new ProcessStartInfo(full[0], [.. full.Skip(1), CompileWorkerProgram.Switch])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        var kept = Kept.Where(start.Environment.ContainsKey).ToDictionary(name => name, name => start.Environment[name]);
        start.Environment.Clear();
        foreach (var (name, value) in kept)
        {
            start.Environment[name] = value;
        }

        foreach (var (name, value) in Own)
        {
            start.Environment[name] = value;
        }

        start.Environment.TryAdd(RootVariable, RuntimeRoot());
        return start;
    }

    // The executable finds the runtime where this process has found it.
    private static string RuntimeRoot() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
}
