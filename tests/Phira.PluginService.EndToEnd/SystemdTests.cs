using System.Net.Sockets;
using System.Text;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>The service under systemd: what it writes to the socket on which systemd listens.</summary>
public sealed class SystemdTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_reports_that_it_is_ready_lives_and_stops()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "systemd is for Linux.");
        using var folder = new ServiceFolder();
        using var directory = new TemporaryDirectory();
        using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        systemd.Bind(new UnixDomainSocketEndPoint(directory["notify"]));
        var launch = new ServiceLaunch { Settings = [("NOTIFY_SOCKET", directory["notify"]), ("WATCHDOG_USEC", "200000")] };

        await using var service = await RunningService.LaunchAsync(folder, launch);

        Assert.Equal("READY=1", await ReceiveAsync(systemd));
        Assert.Equal("WATCHDOG=1", await ReceiveAsync(systemd));
        Assert.Equal("WATCHDOG=1", await ReceiveAsync(systemd));
        await service.SignalAsync("TERM");
        Assert.StartsWith("STOPPING=1\nEXTEND_TIMEOUT_USEC=", await ReceiveOtherAsync(systemd, "WATCHDOG=1"), StringComparison.Ordinal);
        Assert.Equal(0, await service.ExitAsync());
    }

    private static async Task<string> ReceiveOtherAsync(Socket systemd, string known)
    {
        string state;
        do
        {
            state = await ReceiveAsync(systemd);
        }
        while (state == known);
        return state;
    }

    private static async Task<string> ReceiveAsync(Socket systemd)
    {
        var buffer = new byte[4096];
        var length = await systemd.ReceiveAsync(buffer, Stop).AsTask().WaitAsync(Eventually.Patience, Stop);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}
