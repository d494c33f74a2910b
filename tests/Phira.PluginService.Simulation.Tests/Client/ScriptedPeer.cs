using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Framing;
using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.Simulation.Tests.Client;

/// <summary>The other end of a client's connection: reads and sends what the test says, and nothing by itself.</summary>
internal sealed class ScriptedPeer : IAsyncDisposable
{
    private readonly NetworkStream _stream;
    private readonly PipeReader _reader;

    private ScriptedPeer(Socket socket, PhiraClient client)
    {
        _stream = new NetworkStream(socket, ownsSocket: true);
        _reader = PipeReader.Create(_stream);
        Client = client;
    }

    public PhiraClient Client { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>A client and its peer, connected; the version byte is not read yet.</summary>
    public static async Task<ScriptedPeer> ConnectAsync(PhiraClientOptions? options = null)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var accepting = listener.AcceptSocketAsync(Cancelled);

        // Without a heartbeat, unless the test is about it.
        options ??= new PhiraClientOptions { PingInterval = Timeout.InfiniteTimeSpan };
        var client = await PhiraClient.ConnectAsync(listener.LocalEndpoint, options, Cancelled);
        return new ScriptedPeer(await accepting, client);
    }

    /// <summary>As above, and the version byte has been read.</summary>
    public static async Task<ScriptedPeer> StartAsync(PhiraClientOptions? options = null)
    {
        var peer = await ConnectAsync(options);
        Assert.Equal(ProtocolLimits.Version, await peer.ReadByteAsync());
        return peer;
    }

    public async Task<byte> ReadByteAsync()
    {
        var result = await _reader.ReadAtLeastAsync(1, Cancelled);
        var value = result.Buffer.FirstSpan[0];
        _reader.AdvanceTo(result.Buffer.GetPosition(1));
        return value;
    }

    public async Task<ClientCommand> ReadAsync()
    {
        while (true)
        {
            var result = await _reader.ReadAsync(Cancelled);
            var buffer = result.Buffer;
            if (FrameReader.TryRead(ref buffer, ProtocolLimits.MaxPayload, out var payload) == FrameStatus.Frame)
            {
                Assert.True(ClientCommandDecoder.TryDecode(payload.ToArray(), DecodeLimits.Server, out var command, out _));
                _reader.AdvanceTo(buffer.Start);
                return command;
            }

            Assert.False(result.IsCompleted, "The client closed the connection.");
            _reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    /// <summary>Reads a command that must be equal to this one.</summary>
    public async Task ExpectAsync(ClientCommand command) => Assert.Equal(command, await ReadAsync());

    /// <summary>Sends frames, all in one segment.</summary>
    public async Task SendAsync(params ServerCommand[] frames) =>
        await SendRawAsync([.. frames.SelectMany(frame => ServerCommandEncoder.TryEncode(frame)!)]);

    public async Task SendRawAsync(byte[] bytes) => await _stream.WriteAsync(bytes, Cancelled);

    /// <summary>Sends frames and waits until the client has dealt with them.</summary>
    public async Task DeliverAsync(params ServerCommand[] frames)
    {
        var marker = new MessageCommand(new Protocol.Messages.ChatMessage(int.MinValue, Guid.NewGuid().ToString()));
        await SendAsync([.. frames, marker]);
        await Client.WaitForAsync(frame => frame == marker, Cancelled);
    }

    /// <summary>Answers a request of the client.</summary>
    public async Task<TResult> AnswerAsync<TResult>(Task<TResult> request, ServerCommand reply)
    {
        await ReadAsync();
        await SendAsync(reply);
        return await request;
    }

    /// <summary>Closes the connection in an orderly way.</summary>
    public void Close() => _stream.Close();

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _stream.DisposeAsync();
    }
}
