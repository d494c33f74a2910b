using System.Buffers;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Framing;
using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Primitives;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Protocol.Tests.Vectors;

public sealed class FrameVectorTests
{
    private static readonly Dictionary<string, FrameStatus> Refused = new(StringComparer.Ordinal)
    {
        ["invalid.frame_zero"] = FrameStatus.Empty,
        ["invalid.frame_too_large"] = FrameStatus.TooLarge,
        ["invalid.frame_length_5_continued"] = FrameStatus.MalformedLength,
    };

    public static TheoryData<string> Lengths => [.. GoldenVectors.Names("frame length")];

    public static TheoryData<string> Invalid => [.. GoldenVectors.Names("invalid client->server frame")];

    public static IEnumerable<string> Tested =>
    [
        .. GoldenVectors.Names("frame length"),
        .. Refused.Keys,
        "handshake.version_1",
        "frame.ping",
        "frame.pong",
        "frame.handshake_and_authenticate",
        "frame.chat_200",
        "frame.two_pings_one_segment",
        "frame.join_response",
        "lenient.frame_nonminimal_length",
    ];

    [Fact]
    public void The_first_byte_of_a_connection_is_the_version() =>
        Assert.Equal([ProtocolLimits.Version], GoldenVectors.All["handshake.version_1"].Bytes);

    [Fact]
    public void Client_frames_equal_their_vectors()
    {
        Assert.Equal(GoldenVectors.All["frame.ping"].Bytes, ClientCommandEncoder.TryEncode(new PingCommand()));
        Assert.Equal(GoldenVectors.All["frame.chat_200"].Bytes, ClientCommandEncoder.TryEncode(new ChatCommand(new string('z', 200))));
    }

    [Fact]
    public void Server_frames_equal_their_vectors()
    {
        Assert.Equal(GoldenVectors.All["frame.pong"].Bytes, ServerCommandEncoder.TryEncode(new PongCommand()));
        Assert.Equal(GoldenVectors.All["frame.join_response"].Bytes, ServerCommandEncoder.TryEncode(ExpectedServerCommands.Joined));
    }

    [Fact]
    public void The_version_byte_may_be_glued_to_the_first_frame()
    {
        var bytes = GoldenVectors.All["frame.handshake_and_authenticate"].Bytes;

        Assert.Equal(ProtocolLimits.Version, bytes[0]);
        Assert.Equal([new AuthenticateCommand("x")], Commands(bytes.AsMemory(1)));
    }

    [Fact]
    public void One_segment_may_carry_several_frames() =>
        Assert.Equal([new PingCommand(), new PingCommand()], Commands(GoldenVectors.All["frame.two_pings_one_segment"].Bytes));

    [Fact]
    public void A_length_may_be_written_longer_than_needed() =>
        Assert.Equal([new PingCommand()], Commands(GoldenVectors.All["lenient.frame_nonminimal_length"].Bytes));

    [Theory]
    [MemberData(nameof(Lengths))]
    public void The_length_in_front_of_a_payload_has_its_shortest_form(string name)
    {
        var prefix = GoldenVectors.All[name].Bytes;
        var length = int.Parse(name.Split('.')[1]);
        var payload = new byte[length];
        var buffer = new ReadOnlySequence<byte>([.. prefix, .. payload]);
        var status = FrameReader.TryRead(ref buffer, ProtocolLimits.MaxPayload, out var read);

        Assert.Equal(length == 0 ? FrameStatus.Empty : FrameStatus.Frame, status);
        Assert.Equal(length, read.Length);
        Assert.Equal(prefix, Written(length));
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void An_invalid_frame_is_refused_from_its_length_alone(string name)
    {
        var buffer = new ReadOnlySequence<byte>(GoldenVectors.All[name].Bytes);

        Assert.Equal(Refused[name], FrameReader.TryRead(ref buffer, ProtocolLimits.MaxPayload, out _));
    }

    private static byte[] Written(int length)
    {
        var bytes = new byte[Primitives.Uleb.MaxBytes];
        return bytes[..Primitives.Uleb.Write(bytes, (uint)length)];
    }

    private static List<ClientCommand> Commands(ReadOnlyMemory<byte> bytes)
    {
        var buffer = new ReadOnlySequence<byte>(bytes);
        var commands = new List<ClientCommand>();
        while (FrameReader.TryRead(ref buffer, ProtocolLimits.MaxPayload, out var payload) == FrameStatus.Frame)
        {
            using var contiguous = new ContiguousPayload(payload);
            Assert.True(ClientCommandDecoder.TryDecode(contiguous.Bytes, DecodeLimits.Server, out var command, out _));
            commands.Add(command.ToOwned());
        }

        Assert.True(buffer.IsEmpty);
        return commands;
    }
}
