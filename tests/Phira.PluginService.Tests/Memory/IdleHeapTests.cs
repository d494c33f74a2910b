using Phira.PluginService.Memory;

namespace Phira.PluginService.Tests.Memory;

/// <summary>The memory of a rush is given back when the service has become quiet, and not while it is busy.</summary>
public sealed class IdleHeapTests : IDisposable
{
    private readonly Heap _heap = new();
    private readonly IdleHeapCollector _collector;

    public IdleHeapTests() => _collector = new IdleHeapCollector(_heap, TimeProvider.System);

    [Fact]
    public void A_quiet_service_collects_once_what_a_rush_left_behind()
    {
        _heap.AllocatedBytes = IdleHeapCollector.WorthCollecting;

        _collector.Look();
        _collector.Look();
        _collector.Look();

        Assert.Equal(1, _heap.Asked);
    }

    [Fact]
    public void While_the_runtime_collects_by_itself_nothing_is_done()
    {
        for (var i = 0; i < 5; i++)
        {
            _heap.AllocatedBytes += IdleHeapCollector.WorthCollecting;
            _heap.Collections++;
            _collector.Look();
        }

        Assert.Equal(0, _heap.Asked);
        _collector.Look();
        Assert.Equal(1, _heap.Asked);
    }

    [Fact]
    public void A_little_garbage_is_left_alone()
    {
        _heap.AllocatedBytes = IdleHeapCollector.WorthCollecting - 1;

        _collector.Look();

        Assert.Equal(0, _heap.Asked);
    }

    public void Dispose() => _collector.Dispose();

    private sealed class Heap : IProcessHeap
    {
        public int Collections { get; set; }

        public long AllocatedBytes { get; set; }

        public int Asked { get; private set; }

        public void CollectAll()
        {
            Collections++;
            Asked++;
        }
    }
}
