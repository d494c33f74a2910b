using Phira.PluginService.Core.Localization;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.Protocol.Data;
using static Phira.PluginService.GameServer.Tests.Rooms.Cast;
using RoomState = Phira.PluginService.GameServer.Rooms.RoomState;

namespace Phira.PluginService.GameServer.Tests.Rooms;

/// <summary>
/// The input, the state and the output of a room are values that can be sent to another process and mean the same there: no connection, no
/// closure, nothing that somebody waits on.
/// </summary>
public sealed class RoomValueTests
{
    private static readonly EncodedList<TouchFrame> Touches = [new(1.5f, [new(1, CompactPos.FromSingle(2, 3))]), new(float.NaN, [])];
    private static readonly EncodedList<JudgeEvent> Judges = [new(1, 2, 3, Judgement.Good)];

    private static readonly RoomCommand[] Commands =
    [
        new RoomCommand.Open(),
        new RoomCommand.CheckJoin(new RoomCommand.Join(Member(C), AsMonitor: false, MayMonitor: false)),
        new RoomCommand.Join(Member(C), AsMonitor: false, MayMonitor: false),
        new RoomCommand.SetLock(A, Locked: true),
        new RoomCommand.SetCycle(By: null, Cycling: true),
        new RoomCommand.CheckSelectChart(A),
        new RoomCommand.SelectChart(A, Chart6),
        new RoomCommand.CheckStart(A),
        new RoomCommand.RequestStart(A),
        new RoomCommand.CancelReady(By: null),
        new RoomCommand.RequestStart(By: null),
        new RoomCommand.CheckReady(B),
        new RoomCommand.Ready(B),
        new RoomCommand.Ready(C),
        new RoomCommand.Ready(M),
        new RoomCommand.Touches(B, Touches),
        new RoomCommand.Judges(B, Judges),
        new RoomCommand.CheckFinish(B),
        new RoomCommand.Played(B, RecordOf(B, chart: 6)),
        new RoomCommand.Abort(C),
        new RoomCommand.TimeOut(Round: 1),
        new RoomCommand.Chat(A, "早上好 \ud83c\udfb5"),
        new RoomCommand.Notice(new TranslatedText([new("zh-CN", "中午维护"), new("en", "maintenance at noon")])),
        new RoomCommand.Detach(B, ConnectionOf(B)),
        new RoomCommand.Resume(B, Connection(9), [ConnectionOf(B)]),
        new RoomCommand.TransferHost(C),
        new RoomCommand.Expel(B, "cheating"),
        new RoomCommand.Leave(M),
        new RoomCommand.Disband("closed"),
        new RoomCommand.Chat(A, "to nobody"),
    ];

    [Fact]
    public void A_room_that_travels_between_its_commands_stays_the_same_room()
    {
        var state = Scenario.With(B, M).State with { RoundTimeout = TimeSpan.FromSeconds(60) };
        var seen = new HashSet<Type>();
        foreach (var command in Commands)
        {
            var here = RoomRules.Apply(state, command, randomNumber: 0);
            var there = RoomRules.Apply(RoomJson.Travel(state), RoomJson.Travel(command), randomNumber: 0);

            Assert.Equal(RoomJson.Write(here), RoomJson.Write(there));
            Assert.Equal(RoomJson.Write(here), RoomJson.Write(RoomJson.Travel(here)));
            seen.Add(command.GetType());
            seen.UnionWith(here.Effects.Select(effect => effect.GetType()));
            state = RoomJson.Travel(here).State;
        }

        Assert.True(state.IsClosed);
        Assert.Equal(
            RoomJson.MembersOf(typeof(RoomCommand)).Concat(RoomJson.MembersOf(typeof(RoomEffect))).Select(type => type.FullName),
            seen.Select(type => type.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_room_is_the_same_again_when_its_commands_are_replayed_with_their_numbers()
    {
        var beginning = Scenario.With(B, C).State;
        Input[] inputs =
        [
            new(new RoomCommand.Leave(A), RandomNumber: 7),
            new(new RoomCommand.Join(Member(A), AsMonitor: false, MayMonitor: false), RandomNumber: 1),
            new(new RoomCommand.Expel(C, "cheating"), RandomNumber: int.MaxValue),
        ];

        var first = Play(beginning, inputs);
        var again = Play(RoomJson.Travel(beginning), RoomJson.Travel(inputs));

        Assert.Equal([C, C, A], first.Select(transition => transition.State.Host));
        Assert.Equal(RoomJson.Write(first), RoomJson.Write(again));
    }

    [Fact]
    public void A_frame_that_has_travelled_is_sent_as_it_was()
    {
        var sent = RoomRules.Apply(Scenario.Playing(B, M).State, new RoomCommand.Touches(B, Touches), randomNumber: 0);

        var frame = Assert.IsType<RoomEffect.Push>(RoomJson.Travel(sent).Effects[0]);

        Assert.Equal([ConnectionOf(M)], frame.To);
        Assert.Equal(new Protocol.Server.PlayerTouchesCommand(B.Value, Touches), Frames.Read(frame.Frame));
        Assert.Equal(FrameTraits.None, frame.Frame.Traits);
    }

    [Fact]
    public void A_connection_of_another_node_is_another_connection()
    {
        var here = new ConnectionId(new NodeId(1), 7);

        Assert.NotEqual(here, here with { Node = new NodeId(2) });
        Assert.Equal(here, RoomJson.Travel(here));
        Assert.NotEqual(NodeId.Create(), NodeId.Create());
    }

    private static List<RoomTransition> Play(RoomState state, IEnumerable<Input> inputs)
    {
        var transitions = new List<RoomTransition>();
        foreach (var (command, randomNumber) in inputs)
        {
            transitions.Add(RoomRules.Apply(state, command, randomNumber));
            state = transitions[^1].State;
        }

        return transitions;
    }

    private sealed record Input(RoomCommand Command, int RandomNumber);
}
