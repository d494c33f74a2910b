namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>A request to a worker.</summary>
internal sealed record WorkerRequest(WorkerTask Task, ReadOnlyMemory<byte> Component, CompileBudget Budget)
{
    // The service takes what it asks for into its own memory: machine code may have this part of what the compiler may use.
    private const int CodeShare = 4;

    // A hundred times what an interface with hundreds of functions takes.
    private const long DescriptionBytes = 8 << 20;

    /// <summary>The largest answer that is accepted.</summary>
    public long MaximumAnswerBytes => Task == WorkerTask.Compile ? Budget.MemoryBytes / CodeShare : DescriptionBytes;
}
