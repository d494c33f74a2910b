using System.Buffers;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Framing;
using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Primitives;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Protocol.Tests;

/// <summary>A received command costs the server nothing but the texts, and a sent one nothing but the frame.</summary>
public sealed class AllocationTests
{
    public static TheoryData<string> Texts => [.. CommandsWithTexts.Keys];

    public static TheoryData<string> Silent => [.. CommandsWithoutTexts.Keys];

    public static TheoryData<string> Sent => [.. ServerCommands.Keys];

    // Whatever is allocated for comparison must not be optimised away.
    private static object? _kept;

    private static readonly RoomName Room = RoomName.Create("room-1");

    private static readonly Dictionary<string, (ClientCommand Command, string Text)> CommandsWithTexts = new()
    {
        ["token"] = (new AuthenticateCommand(new string('t', 32)), new string('t', 32)),
        ["short chat"] = (new ChatCommand("hi"), "hi"),
        ["longest chat"] = (new ChatCommand(new string('z', 200)), new string('z', 200)),
        ["Chinese chat"] = (new ChatCommand(string.Concat(Enumerable.Repeat("谱", 66))), string.Concat(Enumerable.Repeat("谱", 66))),
        ["chat of nothing"] = (new ChatCommand(""), ""),
        ["new room"] = (new CreateRoomCommand(Room), "room-1"),
        ["longest room"] = (new JoinRoomCommand(RoomName.Create(new string('r', 20)), Monitor: true), new string('r', 20)),
    };

    private static readonly Dictionary<string, ClientCommand> CommandsWithoutTexts = new()
    {
        ["ping"] = new PingCommand(),
        ["leave"] = new LeaveRoomCommand(),
        ["lock"] = new LockRoomCommand(true),
        ["cycle"] = new CycleRoomCommand(true),
        ["select chart"] = new SelectChartCommand(12345),
        ["start"] = new RequestStartCommand(),
        ["ready"] = new ReadyCommand(),
        ["cancel ready"] = new CancelReadyCommand(),
        ["played"] = new PlayedCommand(999),
        ["abort"] = new AbortCommand(),
        ["no touches"] = new TouchesCommand([]),
        ["a touch frame without points"] = Touches(1, 0),
        ["a touch"] = Touches(1, 1),
        ["21 touch frames"] = Touches(21, 2),
        ["touches at both limits"] = Touches(ProtocolLimits.MaxTouchFrames, ProtocolLimits.MaxTouchPoints / ProtocolLimits.MaxTouchFrames),
        ["no judgements"] = new JudgesCommand([]),
        ["a judgement"] = Judges(1),
        ["11 judgements"] = Judges(11),
        ["judgements at the limit"] = Judges(ProtocolLimits.MaxJudgeEvents),
    };

    private static readonly Dictionary<string, ServerCommand> ServerCommands = new()
    {
        ["pong"] = new PongCommand(),
        ["success"] = new ReadyReply(WireResult.Success),
        ["refusal"] = new ChatReply(WireResult.Failure("房间已满")),
        ["message"] = new MessageCommand(new ChatMessage(7, "你好")),
        ["state"] = new ChangeStateCommand(RoomState.SelectChart(5)),
        ["joined"] = new JoinRoomReply(WireResult<JoinRoomResponse>.Success(
            new JoinRoomResponse(RoomState.SelectChart(5), [new(1, "a", Monitor: false), new(2, "b", Monitor: true)], Live: true))),
        ["touches"] = new PlayerTouchesCommand(1, ((TouchesCommand)Touches(200, 3)).Frames),
        ["judges"] = new PlayerJudgesCommand(1, ((JudgesCommand)Judges(900)).Judges),
    };

    [Theory]
    [MemberData(nameof(Silent))]
    public void A_command_without_a_text_is_decoded_without_allocating(string name)
    {
        var payload = Payload(CommandsWithoutTexts[name]);

        Assert.Equal(0, Allocated(() => Decode(payload)));
    }

    [Fact]
    public void Every_kind_of_command_is_measured() => Assert.Equal(
        Enum.GetValues<ClientCommandKind>().ToHashSet(),
        CommandsWithTexts.Values.Select(entry => entry.Command).Concat(CommandsWithoutTexts.Values).Select(command => command.Kind).ToHashSet());

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_command_with_a_text_is_decoded_for_the_price_of_the_text(string name)
    {
        var (command, text) = CommandsWithTexts[name];
        var payload = Payload(command);

        Assert.Equal(SizeOf(text), Allocated(() => Decode(payload)));
    }

    [Fact]
    public void A_malformed_text_costs_no_more_than_what_it_is_read_as()
    {
        byte[] payload = [(byte)ClientCommandKind.Chat, 4, 0xff, (byte)'a', 0xe4, 0xbd];

        Assert.Equal(SizeOf("\ufffda\ufffd"), Allocated(() => Decode(payload)));
    }

    [Fact]
    public void The_length_of_a_list_makes_no_difference()
    {
        for (var count = 0; count <= ProtocolLimits.MaxTouchFrames; count += 64)
        {
            var touches = Payload(Touches(count, 3));
            var judges = Payload(Judges(count * 4));

            Assert.Equal(0, Allocated(() => Decode(touches)));
            Assert.Equal(0, Allocated(() => Decode(judges)));
        }
    }

    [Fact]
    public void Looking_at_every_element_of_a_list_does_not_allocate()
    {
        var touches = ((TouchesCommand)Touches(500, 5)).Frames;
        var judges = ((JudgesCommand)Judges(1_000)).Judges;

        Assert.Equal(0, Allocated(() =>
        {
            var seen = 0f;
            foreach (var frame in touches)
            {
                seen += frame.Time;
                foreach (var point in frame.Points)
                {
                    seen += point.Position.X;
                }
            }

            foreach (var judge in judges)
            {
                seen += judge.Time;
            }

            Assert.True(seen > 0);
        }));
    }

    [Fact]
    public void A_payload_in_several_pieces_is_joined_in_a_pooled_array()
    {
        var payload = Payload(Touches(300, 3));
        var pieces = Segments.Of(payload[..1000], payload[1000..]);

        Assert.Equal(0, Allocated(() =>
        {
            using var contiguous = new ContiguousPayload(pieces);
            Decode(contiguous.Bytes);
        }));
    }

    [Fact]
    public void A_refused_payload_is_refused_without_allocating()
    {
        foreach (var payload in (byte[][])[[], [16], [2], [2, 0xc9, 1], [5, 1, 32], [3, 1, 0, 0], [4, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9]])
        {
            Assert.Equal(0, Allocated(() => Assert.False(ClientCommandDecoder.TryDecode(payload, DecodeLimits.Server, out _, out _))));
        }
    }

    [Theory]
    [MemberData(nameof(Sent))]
    public void A_command_is_encoded_for_the_price_of_its_frame(string name)
    {
        var command = ServerCommands[name];
        var size = ServerCommandEncoder.TryEncode(command)!.Length;

        Assert.Equal(Allocated(() => _kept = new byte[size]), Allocated(() => ServerCommandEncoder.TryEncode(command)));
    }

    private static long SizeOf(string text) => Allocated(() => _kept = new string(text.AsSpan()));

    private static void Decode(ReadOnlyMemory<byte> payload) =>
        Assert.True(ClientCommandDecoder.TryDecode(payload, DecodeLimits.Server, out _, out _));

    private static ClientCommand Touches(int frames, int pointsEach)
    {
        var points = Enumerable.Repeat(new TouchPoint(-1, CompactPos.FromSingle(0.5f, -0.5f)), pointsEach).ToEncodedList();
        return new TouchesCommand(Enumerable.Repeat(new TouchFrame(1.5f, points), frames).ToEncodedList());
    }

    private static ClientCommand Judges(int count) =>
        new JudgesCommand(Enumerable.Repeat(new JudgeEvent(1, 2, 3, Judgement.Good), count).ToEncodedList());

    private static byte[] Payload(ClientCommand command)
    {
        var frame = new ReadOnlySequence<byte>(ClientCommandEncoder.TryEncode(command)!);
        Assert.Equal(FrameStatus.Frame, FrameReader.TryRead(ref frame, ProtocolLimits.MaxPayload, out var payload));
        return payload.ToArray();
    }

    /// <summary>Measured after a first call, which compiles the code and fills the pools.</summary>
    private static long Allocated(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
