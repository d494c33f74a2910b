namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>The ways in which a request to a worker can end. A worker itself reports only the first two.</summary>
internal enum WorkerOutcome : byte
{
    Done,
    Invalid,
    OutOfMemory,
    OutOfCpu,
    Stalled,
    Crashed,
}
