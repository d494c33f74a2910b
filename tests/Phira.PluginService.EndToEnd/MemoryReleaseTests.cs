using System.Net.Sockets;
using System.Text;
using Phira.PluginService.Simulation.Api;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>Memory that thousands of players needed comes back when they have left.</summary>
public sealed class MemoryReleaseTests
{
    private const int Crowd = 4_000;

    /// <summary>Only a safety net.</summary>
    private static readonly TimeSpan Patience = Eventually.Patience;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_crowd_has_left_a_quiet_service_returns_a_third_of_what_it_took()
    {
        using var folder = new ServiceFolder();
        await using var service = await RunningService.StartAsync(
            folder,
            ("PHIRA_GAME__LIMITS__MAX_CONNECTIONS", "10000"),
            ("PHIRA_GAME__LIMITS__MAX_CONNECTIONS_PER_ADDRESS", "10000"),
            ("PHIRA_GAME__LIMITS__LOGIN_BURST", "10000"));
        var before = service.WorkingSet;
        var sockets = new List<Socket>();
        while (sockets.Count < Crowd)
        {
            sockets.Add(await LogInAsync(service, sockets.Count + 1));
        }

        var peak = service.WorkingSet;
        foreach (var socket in sockets)
        {
            socket.Dispose();
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Patience);
        while (service.WorkingSet > peak - ((peak - before) / 3))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, patience.Token);
        }

        Assert.Equal(0, (int)(await service.Api.GetAsync("system"))["onlineUsers"]!);
    }

    /// <summary>Logs in and does nothing more: a client of the usual kind, thousands of times, would measure itself.</summary>
    private static async Task<Socket> LogInAsync(RunningService service, int user)
    {
        var token = $"t{user}";
        service.Phira.AddAccount(new PhiraAccount(user, $"player {user}", "en-US", token));
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(service.Game, Stop);
        await socket.SendAsync((byte[])[1, (byte)(token.Length + 2), 1, (byte)token.Length, .. Encoding.ASCII.GetBytes(token)], Stop);
        Assert.NotEqual(0, await socket.ReceiveAsync(new byte[256], Stop));
        return socket;
    }
}
