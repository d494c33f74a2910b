using Phira.PluginService.Core.Events;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using static Phira.PluginService.GameServer.Tests.Rooms.Cast;
using JudgeEvent = Phira.PluginService.Protocol.Data.JudgeEvent;
using Judgement = Phira.PluginService.Protocol.Data.Judgement;
using TouchFrame = Phira.PluginService.Protocol.Data.TouchFrame;
using TouchPoint = Phira.PluginService.Protocol.Data.TouchPoint;

namespace Phira.PluginService.GameServer.Tests.Rooms;

public sealed class StreamRulesTests
{
    private static readonly EncodedList<TouchFrame> Touches =
        [new TouchFrame(1.5f, [new TouchPoint(-1, CompactPos.FromSingle(0.5f, -0.25f))]), new TouchFrame(2f, [])];

    private static readonly EncodedList<JudgeEvent> Judges = [new JudgeEvent(1.5f, 3, 4, Judgement.HoldGood)];

    [Fact]
    public void Chat_goes_to_everybody_including_its_author()
    {
        var room = Scenario.Playing(B, M).Do(B, new RoomCommand.Chat(B, "hi"));

        room.Sees(A, new ChatMessage(200, "hi"));
        room.Sees(B, new ChatMessage(200, "hi"), new ChatReply(WireResult.Success));
        room.Sees(M, new ChatMessage(200, "hi"));
        Assert.Equal("hi", Assert.IsType<MessageSent>(Assert.Single(room.Events)).Text);
    }

    [Fact]
    public void Strangers_cannot_talk() => Scenario.With().Do(B, new RoomCommand.Chat(B, "hi")).IsRefused(GameTexts.NoRoom);

    [Fact]
    public void A_notice_comes_from_user_0_line_by_line()
    {
        var room = Scenario.With(B).Do(null, new RoomCommand.Notice("one\ntwo"));

        room.Sees(A, new ChatMessage(0, "one"), new ChatMessage(0, "two"));
        Assert.Empty(room.Events);
    }

    [Fact]
    public void Players_stream_to_monitors_alone_and_are_not_answered()
    {
        var room = Scenario.Playing(B, M).Do(B, new RoomCommand.Touches(B, Touches)).Do(B, new RoomCommand.Judges(B, Judges));

        room.Sees(M, new PlayerTouchesCommand(200, Touches), new PlayerJudgesCommand(200, Judges));
        room.Sees(A);
        room.Sees(B);
    }

    [Fact]
    public void Plugins_get_what_is_streamed()
    {
        var room = Scenario.Playing(B, M).Do(B, new RoomCommand.Touches(B, Touches)).Do(B, new RoomCommand.Judges(B, Judges));

        var touches = Assert.IsType<PlayerTouches>(room.Events[0]);
        Assert.Equal(B, touches.Player);
        Assert.Equal(new Core.Events.TouchPoint(-1, 0.5f, -0.25f), Assert.Single(touches.Frames[0].Points));
        var judge = Assert.Single(Assert.IsType<PlayerJudges>(room.Events[1]).Judges);
        Assert.Equal(new Core.Events.JudgeEvent(1.5f, 3, 4, Core.Events.Judgement.HoldGood), judge);
    }

    [Fact]
    public void Nothing_is_streamed_outside_of_a_round_or_by_monitors()
    {
        var room = Scenario.With(B, M).Do(B, new RoomCommand.Touches(B, Touches)).Do(B, new RoomCommand.Judges(B, Judges));
        room.Sees(M);

        room = Scenario.Playing(B, M).Do(M, new RoomCommand.Touches(M, Touches)).Do(C, new RoomCommand.Judges(C, Judges));
        room.Sees(M);
        Assert.Empty(room.Events);
    }
}
