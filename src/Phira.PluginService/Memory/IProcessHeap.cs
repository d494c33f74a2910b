namespace Phira.PluginService.Memory;

/// <summary>The .NET objects of the process.</summary>
internal interface IProcessHeap
{
    /// <summary>How often the runtime has collected, of itself or when asked to.</summary>
    int Collections { get; }

    /// <summary>What has been allocated since the start, bytes.</summary>
    long AllocatedBytes { get; }

    /// <summary>Collects everything and gives the free memory back to the system.</summary>
    void CollectAll();
}
