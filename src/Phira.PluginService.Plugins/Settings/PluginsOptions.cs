using System.Collections.Immutable;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Sandbox.Compilation.Workers;

namespace Phira.PluginService.Plugins.Settings;

/// <summary>Settings of the plugin platform.</summary>
public sealed class PluginsOptions
{
    /// <summary>The folder with one folder for each plugin. Default <c>plugins</c>.</summary>
    public string Directory { get; set; } = "plugins";

    /// <summary>
    /// The folder with plugins that are copied to <see cref="Directory"/> once, at the first start, unless there are others; empty for none. A
    /// container image brings its samples this way. Default none.
    /// </summary>
    public string SamplesDirectory { get; set; } = "";

    /// <summary>
    /// The folder with plugins that administrators can install from the dashboard, one folder for each; a scan of <see cref="Directory"/> leaves it
    /// out. Empty for the folder <c>gallery</c> in <see cref="Directory"/>, or else the one beside the program. Default empty.
    /// </summary>
    public string GalleryDirectory { get; set; } = "";

    /// <summary>Directory of compiled components, at most 1 GiB of them; made for this user alone. Default <c>data/compiled</c>.</summary>
    public string CacheDirectory { get; set; } = Path.Combine("data", "compiled");

    /// <summary>Policy by which permissions are granted to plugins. Default <see cref="ApprovalPolicy.Ask"/>.</summary>
    public ApprovalPolicy Approval { get; set; } = ApprovalPolicy.Ask;

    /// <summary>Directory in which previous versions of plugins are kept, and packed plugins are unpacked. Default <c>data/packages</c>.</summary>
    public string PackagesDirectory { get; set; } = Path.Combine("data", "packages");

    /// <summary>Number of versions of one plugin that are kept, the current one included. Default 5.</summary>
    public int KeptVersions { get; set; } = 5;

    /// <summary>
    /// Number of components that are compiled at once, each in a process of its own. Default 2, so that a slow one does not hold up all
    /// others.
    /// </summary>
    public int CompileWorkers { get; set; } = 2;

    /// <summary>
    /// Resident memory that the process may have which compiles a component, in bytes, for the largest components; smaller ones get a
    /// part of it by the size of their code, at least 256 MiB. Default 2 GiB.
    /// </summary>
    public long CompileMemoryBytes { get; set; } = CompileLimits.Default.MemoryBytes;

    /// <summary>
    /// Processor time that compiling a component may take, in seconds, for the largest components; smaller ones get a part of it by the
    /// size of their code, at least a twelfth. Default 60.
    /// </summary>
    public double CompileCpuSecs { get; set; } = CompileLimits.Default.Cpu.TotalSeconds;

    /// <summary>
    /// Longest time for which the process that compiles may use no processor time at all. No setting: an honest component never makes it
    /// stand still.
    /// </summary>
    internal TimeSpan CompileStall { get; set; } = CompileLimits.Default.Stall;

    internal CompileLimits CompileLimits => new(CompileMemoryBytes, TimeSpan.FromSeconds(CompileCpuSecs), CompileStall);

    /// <summary>
    /// The program that compiles, with its arguments: its entry point calls <see cref="CompileWorkerProgram"/>. Default: the program that
    /// runs now.
    /// </summary>
    public ImmutableArray<string> CompilerCommand { get; set; } = [];

    /// <summary>Limits of a plugin that asks for none.</summary>
    public ResourceLimits DefaultLimits { get; set; } = new();

    /// <summary>Limits that no plugin may exceed. Default four times the default limits, with a stack of at most 64 MiB.</summary>
    public ResourceLimits MaximumLimits { get; set; } = new()
    {
        MaxMemory = 1L << 30,
        MaxCpuTimeMs = 10_000,
        MaxExecutionTimeMs = 30_000,
        MaxOpenFiles = 256,
        MaxNetworkConnections = 64,
        MaxAllocationSize = 256L << 20,
        MaxTotalAllocation = 1L << 30,
        MaxStackSize = 64L << 20,
    };

    /// <summary>Access outside its sandbox that no plugin may exceed.</summary>
    public SecurityPolicy Security { get; set; } = new();

    /// <summary>Longest time of all before-handlers of one event together. Default 50 ms.</summary>
    public TimeSpan EventDeadline { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Longest time that a caller waits for a command, its time in the queue included. Default 10 s.</summary>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Number of events that may wait for one plugin before high-rate events are dropped. Default 1024.</summary>
    public int QueueCapacity { get; set; } = 1024;

    /// <summary>Longest time that a plugin may take to stop. Default 2 s.</summary>
    public TimeSpan StopDeadline { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Interval at which a running plugin is asked for its health. Default 5 s.</summary>
    public TimeSpan HealthInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Time after a new configuration or a new version in which a failure counts as its fault, so that the previous one is restored; 0 for never.
    /// Default 10 s.
    /// </summary>
    public TimeSpan RollbackWindow { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time for which a plugin must have run since its last crash to have all attempts to restart again. Default 60 s.</summary>
    public TimeSpan RecoveredAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Thresholds from which a running plugin is not healthy any more.</summary>
    public HealthOptions Health { get; set; } = new();

    /// <summary>Settings for changes on disk and for the restart of a plugin that crashed.</summary>
    public HotReloadOptions HotReload { get; set; } = new();

    /// <summary>Log lines that one plugin may write each second; twice as many in a burst. Default 50.</summary>
    public double LogLinesPerSecond { get; set; } = 50;

    /// <summary>Bytes that the lines of one plugin may have on disk; the oldest are deleted. 0 keeps the newest in memory only. Default 4 MiB.</summary>
    public long LogBytes { get; set; } = 4L << 20;

    /// <summary>The folder with one folder for the log of each plugin. Default <c>data/logs</c>.</summary>
    public string LogsDirectory { get; set; } = Path.Combine("data", "logs");

    /// <summary>Moderation calls that one plugin may make each second; twice as many in a burst. Default 10.</summary>
    public double ModerationsPerSecond { get; set; } = 10;

    /// <summary>The folder with one folder for the files of each plugin. Default <c>data/files</c>.</summary>
    public string FilesDirectory { get; set; } = Path.Combine("data", "files");
}
