namespace Phira.PluginService.Memory;

internal sealed class ProcessHeap : IProcessHeap
{
    public int Collections => GC.CollectionCount(0);

    public long AllocatedBytes => GC.GetTotalAllocatedBytes();

    public void CollectAll() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
