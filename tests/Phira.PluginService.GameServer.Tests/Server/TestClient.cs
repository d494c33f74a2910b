using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Framing;
using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>The other end of a connection, with every frame in the test's hands.</summary>
internal sealed class TestClient : IAsyncDisposable
{
    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly PipeReader _input;

    private TestClient(Socket socket)
    {
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _input = PipeReader.Create(_stream);
    }

    /// <summary>Opens a connection and says nothing.</summary>
    public static async Task<TestClient> OpenAsync(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        return new TestClient(socket);
    }

    /// <summary>Opens a connection and sends the version.</summary>
    public static async Task<TestClient> ConnectAsync(int port)
    {
        var client = await OpenAsync(port);
        await client.SendRawAsync([ProtocolLimits.Version]);
        return client;
    }

    public Task SendRawAsync(params byte[]? bytes) => _stream.WriteAsync(bytes).AsTask().WaitAsync(TestServer.Patience);

    public Task SendAsync(ClientCommand command) => SendRawAsync(ClientCommandEncoder.TryEncode(command));

    /// <summary>The next frame, whatever it is; null at the end of the stream.</summary>
    public async Task<ServerCommand?> NextAsync()
    {
        using var limit = new CancellationTokenSource(TestServer.Patience);
        while (true)
        {
            var result = await _input.ReadAsync(limit.Token);
            var buffer = result.Buffer;
            var status = FrameReader.TryRead(ref buffer, ProtocolLimits.MaxPayload, out var payload);
            if (status == FrameStatus.Frame)
            {
                Assert.True(ServerCommandDecoder.TryDecode(payload, out var command, out var error), $"The server sent {error}.");
                _input.AdvanceTo(buffer.Start);
                return command;
            }

            Assert.Equal(FrameStatus.NeedMore, status);
            if (result.IsCompleted)
            {
                return null;
            }

            _input.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    public async Task<ServerCommand> LoginAsync(string token)
    {
        await SendAsync(new AuthenticateCommand(token));
        return await NextAsync() ?? throw new InvalidOperationException("The server closed the connection.");
    }

    /// <summary>The next frames must be these; messages stand for the frames that carry them.</summary>
    public async Task SeesAsync(params object[] frames)
    {
        foreach (var frame in frames)
        {
            Assert.Equal(frame is Message message ? new MessageCommand(message) : frame, await NextAsync());
        }
    }

    /// <summary>Sends a request and skips to its reply.</summary>
    public async Task<T> RequestAsync<T>(ClientCommand command)
        where T : ServerCommand
    {
        await SendAsync(command);
        return await SkipToAsync<T>();
    }

    public async Task<T> SkipToAsync<T>()
        where T : ServerCommand
    {
        while (true)
        {
            switch (await NextAsync())
            {
                case T wanted:
                    return wanted;
                case null:
                    Assert.Fail($"The connection ended before a {typeof(T).Name} came.");
                    break;
            }
        }
    }

    /// <summary>Skips everything up to this frame, which must come.</summary>
    public async Task SkipToAsync(ServerCommand wanted)
    {
        while (await NextAsync() is var frame && frame != wanted)
        {
            Assert.True(frame is not null, $"The connection ended before {wanted} came.");
        }
    }

    /// <summary>Sends requests that must succeed, and skips everything up to their replies.</summary>
    public async Task DoAsync(params ClientCommand[] commands)
    {
        foreach (var command in commands)
        {
            await SendAsync(command);
            while (true)
            {
                var frame = await NextAsync();
                Assert.NotNull(frame);
                if (frame is UnitReply reply)
                {
                    Assert.True(reply.Result.IsSuccess, reply.Result.Error);
                    break;
                }

                if (frame is JoinRoomReply joined)
                {
                    Assert.True(joined.Result.IsSuccess, joined.Result.Error);
                    break;
                }
            }
        }
    }

    /// <summary>Everything sent so far has been handled and all its frames have been read: the next frame is a new one.</summary>
    public async Task SettleAsync()
    {
        await SendAsync(PingCommand.Instance);
        await SkipToAsync<PongCommand>();
    }

    /// <summary>Reads to the end of the stream, which must come.</summary>
    public async Task<IReadOnlyList<ServerCommand>> ReadToEndAsync()
    {
        var frames = new List<ServerCommand>();
        try
        {
            while (await NextAsync() is { } frame)
            {
                frames.Add(frame);
            }
        }
        catch (IOException)
        {
            // A reset is an end, too.
        }

        return frames;
    }

    public static RoomName Room(string name) => RoomName.Create(name);

    public async ValueTask DisposeAsync()
    {
        await _input.CompleteAsync();
        await _stream.DisposeAsync();
        _socket.Dispose();
    }
}
