using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Tests.Server;

namespace Phira.PluginService.GameServer.Tests.Net;

public sealed class GameListenerTests
{
    [Fact]
    public async Task A_connection_that_fails_at_the_door_is_closed_and_the_next_one_gets_in()
    {
        var options = Options.Create(new GameServerOptions { Port = 0, ListenAddress = "127.0.0.1" });
        using var listener = new GameListener(options, TimeProvider.System, NullLogger<GameListener>.Instance);
        listener.Open();
        using var stop = new CancellationTokenSource();
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var count = 0;
        var accepting = listener.AcceptAllAsync(
            socket =>
            {
                if (++count == 1)
                {
                    throw new IOException("It has gone again.");
                }

                socket.Dispose();
                second.SetResult();
            },
            stop.Token);
        var cancellationToken = TestContext.Current.CancellationToken;
        using var failing = await ConnectAsync(listener.Port!.Value, cancellationToken);
        Assert.Equal(0, await failing.ReceiveAsync(new byte[1], cancellationToken).AsTask().WaitAsync(TestServer.Patience, cancellationToken));

        using var next = await ConnectAsync(listener.Port!.Value, cancellationToken);

        await second.Task.WaitAsync(TestServer.Patience, cancellationToken);
        await stop.CancelAsync();
        await accepting.WaitAsync(TestServer.Patience, cancellationToken);
    }

    private static async Task<Socket> ConnectAsync(int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        return socket;
    }
}
