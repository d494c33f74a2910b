using System.Buffers;
using System.Net;
using System.Net.Sockets;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Framing;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Benchmarks.Hosting;

/// <summary>Players in one room who all talk at once. They know how many bytes come back, and read no more than that of them.</summary>
internal sealed class ChatRoom : IDisposable
{
    public const int Players = 8;

    private const string Text = "good luck and have fun";
    private const int LargestFrame = 1_024;

    private readonly Socket[] _sockets;

    private ChatRoom(Socket[] sockets) => _sockets = sockets;

    /// <summary>The frame with which a player says a line.</summary>
    public static byte[] Line { get; } = ClientCommandEncoder.TryEncode(new ChatCommand(Text))!;

    /// <summary>The frame that everybody in the room gets for it.</summary>
    public static byte[] Message { get; } = ServerCommandEncoder.TryEncode(new MessageCommand(new ChatMessage(1, Text)))!;

    /// <summary>The answer to the player who said it.</summary>
    public static byte[] Reply { get; } = ServerCommandEncoder.TryEncode(new ChatReply(WireResult.Success))!;

    /// <param name="logIn">Whether the other end is a server and not a relay.</param>
    public static async Task<ChatRoom> JoinAsync(int port, bool logIn)
    {
        var sockets = new Socket[Players];
        for (var i = 0; i < Players; i++)
        {
            sockets[i] = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await sockets[i].ConnectAsync(IPAddress.Loopback, port);
            if (logIn)
            {
                await EnterAsync(sockets[i], i);
            }
        }

        if (logIn)
        {
            // The first player is told of those who join later.
            for (var i = 0; i < Players - 1; i++)
            {
                await SkipAsync(sockets[i], (Players - 1 - i) * 2);
            }
        }

        return new ChatRoom(sockets);
    }

    /// <summary>Each player says some lines; ends when everybody has read everything.</summary>
    public Task TalkAsync(int linesEach) => Task.WhenAll(_sockets.Select(socket => TalkAsync(socket, linesEach)));

    /// <summary>A frame, so many times.</summary>
    public static byte[] Repeat(byte[] frame, int count)
    {
        var bytes = new byte[frame.Length * count];
        for (var i = 0; i < count; i++)
        {
            frame.CopyTo(bytes, i * frame.Length);
        }

        return bytes;
    }

    public void Dispose()
    {
        foreach (var socket in _sockets)
        {
            socket.Dispose();
        }
    }

    private static async Task EnterAsync(Socket socket, int player)
    {
        await socket.SendAsync(new byte[] { 1 });
        await socket.SendAsync(ClientCommandEncoder.TryEncode(new AuthenticateCommand($"token{player}"))!);
        await SkipAsync(socket, frames: 1);
        var room = RoomName.Create("benchmark");
        await socket.SendAsync(ClientCommandEncoder.TryEncode(player == 0 ? new CreateRoomCommand(room) : new JoinRoomCommand(room, Monitor: false))!);
        await SkipAsync(socket, frames: player == 0 ? 2 : 3);
    }

    /// <summary>Reads frames, each of them alone.</summary>
    private static async Task SkipAsync(Socket socket, int frames)
    {
        var buffer = new byte[LargestFrame];
        for (var i = 0; i < frames; i++)
        {
            var length = 0;
            ReadOnlySequence<byte> rest;
            do
            {
                length += await socket.ReceiveAsync(buffer.AsMemory(length, 1));
                rest = new ReadOnlySequence<byte>(buffer, 0, length);
            }
            while (FrameReader.TryRead(ref rest, LargestFrame, out _) != FrameStatus.Frame);
        }
    }

    private static async Task ReadAsync(Socket socket, int bytes)
    {
        var buffer = new byte[64 * 1024];
        while (bytes > 0)
        {
            var read = await socket.ReceiveAsync(buffer);
            bytes -= read > 0 ? read : throw new IOException("The connection has ended.");
        }

        if (bytes < 0)
        {
            throw new IOException("More than was expected came back: the server refused something.");
        }
    }

    private static async Task TalkAsync(Socket socket, int lines)
    {
        var reading = ReadAsync(socket, (Players * lines * Message.Length) + (lines * Reply.Length));
        await socket.SendAsync(Repeat(Line, lines));
        await reading;
    }
}
