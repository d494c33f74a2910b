using Phira.PluginService.Core.Events;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.Protocol.Data;
using static Phira.PluginService.GameServer.Tests.Rooms.Cast;
using JudgeEvent = Phira.PluginService.Protocol.Data.JudgeEvent;
using Judgement = Phira.PluginService.Protocol.Data.Judgement;
using TouchFrame = Phira.PluginService.Protocol.Data.TouchFrame;
using TouchPoint = Phira.PluginService.Protocol.Data.TouchPoint;

namespace Phira.PluginService.GameServer.Tests.Rooms;

/// <summary>Touches and judgements are most of what is sent: while no plugin listens, they cost a room no more than passing them on.</summary>
public sealed class UnobservedStreamTests
{
    // Whatever is allocated for comparison must not be optimised away.
    private static object? _kept;

    private readonly Room _room = new();

    public static TheoryData<string> Streams => ["touches", "judges"];

    [Theory]
    [MemberData(nameof(Streams))]
    public void What_nobody_listens_to_costs_nothing_but_the_frame_that_spectators_get(string stream)
    {
        var (small, large) = (Command(stream, 1), Command(stream, 900));

        var (smallFrame, largeFrame) = (SizeOf(small), SizeOf(large));

        Assert.Equal(
            Allocated(() => _kept = new byte[largeFrame]) - Allocated(() => _kept = new byte[smallFrame]),
            CostOf(large) - CostOf(small));
        Assert.Empty(_room.Raised);
    }

    [Fact]
    public void It_is_raised_as_soon_as_somebody_listens_and_until_nobody_does()
    {
        _room.Do(Command("touches", 1));
        _room.Heard = EventTypes.PlayerTouches;
        _room.Do(Command("touches", 2), Command("judges", 3));
        _room.Heard = EventTypes.PlayerJudges;
        _room.Do(Command("touches", 4), Command("judges", 5));
        _room.Heard = null;
        _room.Do(Command("touches", 6), Command("judges", 7));

        Assert.Collection(
            _room.Raised,
            raised => Assert.Equal(2, Assert.IsType<PlayerTouches>(raised).Frames.Length),
            raised => Assert.Equal(5, Assert.IsType<PlayerJudges>(raised).Judges.Length));
    }

    private static RoomCommand Command(string stream, int count)
    {
        var points = Enumerable.Repeat(new TouchPoint(0, CompactPos.FromSingle(0.5f, -0.5f)), 3).ToEncodedList();
        return stream == "touches"
            ? new RoomCommand.Touches(B, Enumerable.Repeat(new TouchFrame(1.5f, points), count).ToEncodedList())
            : new RoomCommand.Judges(B, Enumerable.Repeat(new JudgeEvent(1, 2, 3, Judgement.Good), count).ToEncodedList());
    }

    private int SizeOf(RoomCommand command)
    {
        _room.Do(command);
        return _room.LastFrame;
    }

    /// <summary>Measured after a first time, which compiles the code and fills the pools.</summary>
    private long CostOf(RoomCommand command)
    {
        _room.Do(command);
        return _room.Do(command);
    }

    private static long Allocated(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>B plays and M watches.</summary>
    private sealed class Room
    {
        private readonly AroundARoom _around;

        public Room() => _around = new AroundARoom
        {
            HasSubscribers = type => type == Heard,
            OnPublish = Raised.Add,
            OnPush = (_, frame) => LastFrame = frame.Bytes.Length,
        };

        public string? Heard { get; set; }

        public List<GameEvent> Raised { get; } = [];

        public int LastFrame { get; private set; }

        /// <summary>A room that is run with its commands in the mailbox handles them before it gives the thread back.</summary>
        /// <returns>The number of bytes that this has allocated.</returns>
        public long Do(params ReadOnlySpan<RoomCommand> commands)
        {
            var room = _around.Room(Scenario.Playing(B, M).State);
            foreach (var command in commands)
            {
                room.Tell(command);
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = room.RunAsync();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
