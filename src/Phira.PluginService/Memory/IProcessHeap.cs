namespace Phira.PluginService.Memory;

/// <summary>The .NET objects of the process.</summary>
internal interface IProcessHeap
{
    /// <summary>Number of collections, by the runtime itself or on request.</summary>
    int Collections { get; }

    /// <summary>Bytes allocated since the start.</summary>
    long AllocatedBytes { get; }

    /// <summary>Collects everything and gives the free memory back to the system.</summary>
    void CollectAll();
}
