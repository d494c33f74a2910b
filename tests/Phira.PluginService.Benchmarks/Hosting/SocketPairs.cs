using System.Net;
using System.Net.Sockets;

namespace Phira.PluginService.Benchmarks.Hosting;

/// <summary>Many connections of this machine with itself. The far ends read whatever comes, and count the messages by the empty lines that end them.</summary>
internal sealed class SocketPairs : IAsyncDisposable
{
    private readonly List<Socket> _all = [];
    private TaskCompletionSource _received = new();
    private int _missing;

    private SocketPairs()
    {
    }

    /// <summary>The ends to send from.</summary>
    public List<Socket> Near { get; } = [];

    /// <summary>One more end to send from.</summary>
    public Socket Alone { get; private set; } = null!;

    /// <summary>Opens as many connections as wanted, or as the process may have files.</summary>
    public static async Task<SocketPairs> OpenAsync(int count, int reservedFiles)
    {
        var pairs = new SocketPairs();
        using var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(512);
        pairs.Alone = await pairs.ConnectAsync(listener);
        var reserve = new List<FileStream>();
        try
        {
            for (var file = 0; file < reservedFiles; file++)
            {
                reserve.Add(new FileStream("/dev/null", FileMode.Open, FileAccess.Read));
            }

            while (pairs.Near.Count < count)
            {
                pairs.Near.Add(await pairs.ConnectAsync(listener));
            }
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            // As many as there are.
        }
        finally
        {
            reserve.ForEach(file => file.Dispose());
        }

        return pairs;
    }

    /// <summary>Waits until so many messages have arrived from now on.</summary>
    public Task ReceivedByAsync(int readers)
    {
        _received = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _missing, readers);
        return _received.Task;
    }

    public ValueTask DisposeAsync()
    {
        _all.ForEach(socket => socket.Dispose());
        return ValueTask.CompletedTask;
    }

    private async Task<Socket> ConnectAsync(Socket listener)
    {
        var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
        _all.Add(far);
        await far.ConnectAsync(listener.LocalEndPoint!);
        var near = await listener.AcceptAsync();
        _all.Add(near);
        _ = ReceiveAsync(far);
        return near;
    }

    private async Task ReceiveAsync(Socket socket)
    {
        var buffer = new byte[512];
        var last = (byte)0;
        try
        {
            while (await socket.ReceiveAsync(buffer) is > 0 and var count)
            {
                for (var index = 0; index < count; index++)
                {
                    if (buffer[index] == '\n' && last == '\n' && Interlocked.Decrement(ref _missing) == 0)
                    {
                        _received.TrySetResult();
                    }

                    last = buffer[index];
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The measurement is over.
        }
    }
}
