namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>How a request to a worker ended. The first two are also what a worker itself can say.</summary>
internal enum WorkerOutcome : byte
{
    Done,
    Invalid,
    OutOfMemory,
    OutOfCpu,
    Stalled,
    Crashed,
}
