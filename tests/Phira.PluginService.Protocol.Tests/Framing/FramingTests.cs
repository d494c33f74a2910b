using System.Buffers;
using FsCheck.Fluent;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Framing;
using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Primitives;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Protocol.Tests.Framing;

public sealed class FramingTests
{
    [Fact]
    public void A_stream_cut_at_any_byte_yields_the_same_frames() => Prop.ForAll(
        Gen.OneOf(Generators.ClientCommands).NonEmptyListOf().ToArbitrary(),
        commands =>
        {
            var stream = commands.SelectMany(command => ClientCommandEncoder.TryEncode(command)!).ToArray();
            for (var cut = 0; cut <= stream.Length; cut++)
            {
                // What arrives first yields whole frames; the rest is kept and joined with what arrives later.
                var first = new ReadOnlySequence<byte>(stream, 0, cut);
                var read = Read(ref first);
                var second = Segments.Of(first.ToArray(), stream[cut..]);
                read.AddRange(Read(ref second));
                if (!second.IsEmpty || !read.SequenceEqual(commands))
                {
                    return false;
                }
            }

            return true;
        }).Holds(attempts: 40);

    [Fact]
    public void A_stream_in_pieces_of_one_byte_yields_the_same_frames() => Prop.ForAll(
        Gen.OneOf(Generators.ClientCommands).NonEmptyListOf().ToArbitrary(),
        commands =>
        {
            var buffer = Segments.Single([.. commands.SelectMany(command => ClientCommandEncoder.TryEncode(command)!)]);
            return Read(ref buffer).SequenceEqual(commands) && buffer.IsEmpty;
        }).Holds();

    [Fact]
    public void A_server_payload_in_pieces_of_one_byte_decodes_as_in_one() => Prop.ForAll(
        Gen.OneOf(Generators.ServerCommands).ToArbitrary(),
        command =>
        {
            var buffer = Segments.Single(ServerCommandEncoder.TryEncode(command)!);
            return FrameReader.TryRead(ref buffer, ProtocolLimits.MaxPayload, out var payload) == FrameStatus.Frame
                && ServerCommandDecoder.TryDecode(payload, out var read, out _)
                && read == command;
        }).Holds();

    [Theory]
    [InlineData("")]
    [InlineData("80")]
    [InlineData("80808080")]
    [InlineData("03010a")]
    public void An_unfinished_frame_waits_for_more_and_leaves_the_buffer_alone(string hex)
    {
        var bytes = Convert.FromHexString(hex);
        var buffer = new ReadOnlySequence<byte>(bytes);

        Assert.Equal(FrameStatus.NeedMore, FrameReader.TryRead(ref buffer, ProtocolLimits.MaxPayload, out _));
        Assert.Equal(bytes, buffer.ToArray());
    }

    [Theory]
    [InlineData("80808080")]
    [InlineData("ffffffff")]
    public void Excess_bits_in_the_fifth_length_byte_are_refused(string head)
    {
        foreach (var fifth in Enumerable.Range(0x10, 0xf0))
        {
            var buffer = new ReadOnlySequence<byte>([.. Convert.FromHexString(head), (byte)fifth]);
            Assert.Equal(FrameStatus.MalformedLength, FrameReader.TryRead(ref buffer, int.MaxValue, out _));
        }
    }

    [Fact]
    public void A_length_of_thirty_two_bits_is_too_large_not_negative()
    {
        var buffer = new ReadOnlySequence<byte>(Convert.FromHexString("ffffffff0f"));

        Assert.Equal(FrameStatus.TooLarge, FrameReader.TryRead(ref buffer, int.MaxValue, out _));
    }

    [Fact]
    public void The_limit_is_inclusive()
    {
        const int Limit = ProtocolLimits.MaxPayloadBeforeAuthentication;
        var allowed = new ReadOnlySequence<byte>([Limit, .. new byte[Limit]]);
        var refused = new ReadOnlySequence<byte>([Limit + 1]);

        Assert.Equal(FrameStatus.Frame, FrameReader.TryRead(ref allowed, Limit, out _));
        Assert.Equal(FrameStatus.TooLarge, FrameReader.TryRead(ref refused, Limit, out _));
    }

    [Fact]
    public void A_payload_that_no_receiver_accepts_is_not_written()
    {
        Assert.NotNull(ServerCommandEncoder.TryEncode(Chat(ProtocolLimits.MaxPayload - ServerOverhead)));
        Assert.Null(ServerCommandEncoder.TryEncode(Chat(ProtocolLimits.MaxPayload - ServerOverhead + 1)));
    }

    [Fact]
    public void A_command_of_any_length_is_written_whole()
    {
        var lengths = Enumerable.Range(WireWriter.SmallSize - 20, 40)
            .Concat([4 * 1024, 64 * 1024, ProtocolLimits.MaxPayload / 2, ProtocolLimits.MaxPayload - ServerOverhead]);
        foreach (var length in lengths)
        {
            var command = new PlayerTouchesCommand(7, Enumerable.Repeat(new TouchFrame(1.5f, []), length / TouchFrame.SmallestSize).ToEncodedList());
            var chat = Chat(length);

            Assert.Equal([command, chat], Read([.. ServerCommandEncoder.TryEncode(command)!, .. ServerCommandEncoder.TryEncode(chat)!]));
        }
    }

    [Fact]
    public void The_largest_packet_a_server_takes_can_be_passed_on()
    {
        // All points of all frames at the limits: what a monitor gets must not exceed the largest payload.
        var points = Enumerable.Repeat(default(TouchPoint), ProtocolLimits.MaxTouchPoints / ProtocolLimits.MaxTouchFrames).ToEncodedList();
        var frames = Enumerable.Repeat(new TouchFrame(0, points), ProtocolLimits.MaxTouchFrames).ToEncodedList();
        var judges = Enumerable.Repeat(default(JudgeEvent), ProtocolLimits.MaxJudgeEvents).ToEncodedList();

        Assert.NotNull(ServerCommandEncoder.TryEncode(new PlayerTouchesCommand(1, frames)));
        Assert.NotNull(ServerCommandEncoder.TryEncode(new PlayerJudgesCommand(1, judges)));
    }

    // Two tags, the user id and the length of the text, which needs three bytes.
    private const int ServerOverhead = 2 + 4 + 3;

    private static MessageCommand Chat(int length) => new(new ChatMessage(0, new string('a', length)));

    private static List<ServerCommand> Read(byte[] stream)
    {
        var buffer = new ReadOnlySequence<byte>(stream);
        var commands = new List<ServerCommand>();
        while (FrameReader.TryRead(ref buffer, ProtocolLimits.MaxPayload, out var payload) == FrameStatus.Frame)
        {
            Assert.True(ServerCommandDecoder.TryDecode(payload, out var command, out _));
            commands.Add(command);
        }

        Assert.True(buffer.IsEmpty);
        return commands;
    }

    private static List<ClientCommand> Read(ref ReadOnlySequence<byte> buffer)
    {
        var commands = new List<ClientCommand>();
        while (FrameReader.TryRead(ref buffer, ProtocolLimits.MaxPayload, out var payload) == FrameStatus.Frame)
        {
            using var contiguous = new ContiguousPayload(payload);
            Assert.True(ClientCommandDecoder.TryDecode(contiguous.Bytes, DecodeLimits.Server, out var command, out _));
            commands.Add(command.ToOwned());
        }

        return commands;
    }
}
