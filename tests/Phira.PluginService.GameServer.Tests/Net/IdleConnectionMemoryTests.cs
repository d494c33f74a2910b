using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Net;

namespace Phira.PluginService.GameServer.Tests.Net;

public sealed class IdleConnectionMemoryTests
{
    private const int Kilobyte = 1024;

    [Fact]
    public void A_queue_with_nothing_to_send_holds_no_buffer()
    {
        // The first one also loads code.
        Create();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var queue = Create();

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * Kilobyte);
        GC.KeepAlive(queue);
    }

    private static SendQueue Create() => new(1_024, FramePacing.From(new GameServerOptions()), _ => { }, TimeProvider.System);
}
