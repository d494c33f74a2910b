using System.Buffers;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Framing;
using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Primitives;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Protocol.Tests.Limits;

public sealed class ElementLimitTests
{
    [Fact]
    public void As_many_touch_frames_as_allowed_are_taken() =>
        Assert.Equal(DecodeError.None, Decode(Touches(ProtocolLimits.MaxTouchFrames, 0)));

    [Fact]
    public void One_touch_frame_too_many_is_told_from_a_broken_packet() =>
        Assert.Equal(DecodeError.TooManyElements, Decode(Touches(ProtocolLimits.MaxTouchFrames + 1, 0)));

    [Fact]
    public void As_many_touch_points_as_allowed_are_taken() =>
        Assert.Equal(DecodeError.None, Decode(Touches(2, ProtocolLimits.MaxTouchPoints / 2)));

    [Fact]
    public void Touch_points_are_counted_over_all_frames() =>
        Assert.Equal(DecodeError.TooManyElements, Decode(Touches(2, (ProtocolLimits.MaxTouchPoints / 2) + 1)));

    [Fact]
    public void As_many_judgements_as_allowed_are_taken() =>
        Assert.Equal(DecodeError.None, Decode(Judges(ProtocolLimits.MaxJudgeEvents)));

    [Fact]
    public void One_judgement_too_many_is_told_from_a_broken_packet() =>
        Assert.Equal(DecodeError.TooManyElements, Decode(Judges(ProtocolLimits.MaxJudgeEvents + 1)));

    [Fact]
    public void A_client_takes_whatever_fits_into_a_packet()
    {
        var touches = Enumerable.Repeat(new TouchFrame(1, []), ProtocolLimits.MaxTouchFrames * 3).ToEncodedList();
        var frame = ServerCommandEncoder.TryEncode(new PlayerTouchesCommand(7, touches))!;

        // Two bytes of length come first.
        Assert.True(ServerCommandDecoder.TryDecode(frame.AsMemory(2), out var command, out _));
        Assert.Equal(new PlayerTouchesCommand(7, touches), command);
    }

    private static TouchesCommand Touches(int frames, int pointsEach)
    {
        var points = Enumerable.Repeat(default(TouchPoint), pointsEach).ToEncodedList();
        return new(Enumerable.Repeat(new TouchFrame(1, points), frames).ToEncodedList());
    }

    private static JudgesCommand Judges(int count) => new(Enumerable.Repeat(default(JudgeEvent), count).ToEncodedList());

    private static DecodeError Decode(ClientCommand command)
    {
        var frame = new ReadOnlySequence<byte>(ClientCommandEncoder.TryEncode(command)!);
        Assert.Equal(FrameStatus.Frame, FrameReader.TryRead(ref frame, ProtocolLimits.MaxPayload, out var payload));
        ClientCommandDecoder.TryDecode(payload.First, DecodeLimits.Server, out _, out var error);
        return error;
    }
}
