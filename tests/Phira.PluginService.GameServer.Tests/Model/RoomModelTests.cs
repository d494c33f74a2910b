using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.Testing;

namespace Phira.PluginService.GameServer.Tests.Model;

/// <summary>
/// One to nine users do things at random. After each step the rules must have sent every user exactly the frames, in the order, that the
/// reference model says.
/// </summary>
public sealed class RoomModelTests
{
    private const int FirstMonitor = 8;

    private static readonly int Sequences = LongForm.IsOn ? 120_000 : 5_000;

    [Fact]
    public void Every_user_is_sent_what_the_protocol_says()
    {
        var seen = new HashSet<string>();
        for (var seed = 0; seed < Sequences; seed++)
        {
            Run(seed, seen);
        }

        // The sequences must have come everywhere, or they would prove nothing.
        Assert.Superset(
            new HashSet<string>
            {
                "ok", "go", "end", "state Playing", "state WaitingForReady", "you are host", "you are not host", "cycle True",
                "no: already in room", "no: Room ID is occupied", "no: room not found", "no: Room is locked", "no: Game is ongoing",
                "no: Permission denied. You can't monitor this room.", "no: Room is full", "no: only host can do this", "no: invalid state",
                "no: No chart selected", "no: already ready", "no: not ready", "no: invalid record", "no: aborted",
                "no: already uploaded", "no: no room", "touches of 1", "judges of 1",
            },
            seen);
        Assert.Contains(seen, frame => frame.StartsWith("0 says Time is up. Not finished: user", StringComparison.Ordinal));
    }

    private static void Run(int seed, HashSet<string> seen)
    {
        var random = new Random(seed);
        var users = random.Next(1, 10);
        var maxPlayers = random.Next(4) == 0 ? 3 : 8;
        var choice = 0;
        var model = new ReferenceServer(maxPlayers, user => user >= FirstMonitor, count => choice % count, RulesUnderTest.RoundTimeout);
        var rules = new RulesUnderTest(maxPlayers, user => user >= FirstMonitor);
        var steps = new List<Step>();
        var length = random.Next(1, 100);
        while (steps.Count < length)
        {
            var step = RandomSteps.Next(random, users, model);
            choice = random.Next(64);
            steps.Add(step);
            model.Do(step);
            rules.Do(step, choice);
            Compare(seed, steps, model, rules, seen);
        }
    }

    private static void Compare(int seed, List<Step> steps, ReferenceServer model, RulesUnderTest rules, HashSet<string> seen)
    {
        foreach (var user in model.Sent.Keys.Union(rules.Sent.Keys))
        {
            var expected = model.Sent.GetValueOrDefault(user) ?? [];
            var actual = rules.Sent.GetValueOrDefault(user) ?? [];
            if (!expected.SequenceEqual(actual))
            {
                Assert.Fail(
                    $"Seed {seed}, user {user}\nexpected: {string.Join(", ", expected)}\nbut was:  {string.Join(", ", actual)}\n"
                        + $"after {string.Join("\n", steps)}");
            }

            seen.UnionWith(actual);
            CheckReplies(user, steps[^1], actual);
        }

        model.Sent.Clear();
        rules.Sent.Clear();
        Assert.Equal(model.Rooms.Keys.Order(), rules.Rooms.Keys.Order());
        foreach (var (name, room) in rules.Rooms)
        {
            CheckRoom(room, model.Rooms[name]);
        }
    }

    /// <summary>The user who asked is answered once; nobody else is answered.</summary>
    private static void CheckReplies(int user, Step step, List<string> frames)
    {
        var isRequest = step.Action is not (
            StepAction.Touches or StepAction.Judges or StepAction.Lose or StepAction.CloseNewer or StepAction.TimeOut or StepAction.Expire);
        var replies = frames.Count(frame =>
            frame == "ok"
            || frame.StartsWith("no: ", StringComparison.Ordinal)
            || frame.StartsWith("joined: ", StringComparison.Ordinal)
            || frame.StartsWith("back: ", StringComparison.Ordinal));
        Assert.Equal(isRequest && user == step.Asker ? 1 : 0, replies);
    }

    private static void CheckRoom(RoomState room, ReferenceRoom expected)
    {
        Assert.Equal(expected.Host, room.Host?.Value);
        Assert.Equal(expected.Players, room.Players.Select(player => player.Id.Value));
        Assert.Equal(expected.Monitors, room.Monitors.Select(monitor => monitor.Id.Value));
        Assert.Equal(room.Players.IsEmpty, room.Host is null);
        Assert.True(room.Host is not { } host || room.IsPlayer(host));
        Assert.False(room.Round is RoomRound.Waiting waiting && room.Members.All(member => waiting.Ready.Contains(member.Id)));
        Assert.False(room.Round is RoomRound.Playing playing && room.Players.All(player => playing.IsDone(player.Id)));
        Assert.True(room.Round.Phase == RoomPhase.SelectChart || room.Chart is not null);
    }
}
