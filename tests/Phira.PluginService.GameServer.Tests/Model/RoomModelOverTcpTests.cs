using Phira.PluginService.Testing;

namespace Phira.PluginService.GameServer.Tests.Model;

/// <summary>
/// The sequences of <see cref="RoomModelTests"/> again, but by simulated clients against a real server: after each step every client must have
/// received exactly what the reference model says, in that order, and nothing that its game would not survive.
/// </summary>
public sealed class RoomModelOverTcpTests
{
    private const int MaxPlayers = 8;
    private const int FirstMonitor = 8;

    private static readonly int Sequences = LongForm.IsOn ? 20_000 : 300;

    [Fact]
    public async Task Every_client_receives_what_the_protocol_says()
    {
        var seen = new HashSet<string>();
        var choice = 0;
        await using var server = await ServerUnderTest.StartAsync(MayMonitor, () => Volatile.Read(ref choice));
        for (var seed = 0; seed < Sequences; seed++)
        {
            var model = new ReferenceServer(MaxPlayers, MayMonitor, count => choice % count, TimeSpan.Zero);
            var steps = new List<Step>();
            foreach (var (step, next) in StepsOf(seed, model, server))
            {
                Volatile.Write(ref choice, next);
                steps.Add(step);
                model.Do(step);
                await server.DoAsync(step);
                await CompareAsync(seed, steps, model, server, seen);
            }

            Assert.Empty(server.Rooms);
            await server.SettleAsync();
        }

        // The sequences must have come everywhere, or they would prove nothing.
        Assert.Empty(
            new HashSet<string>
            {
                "ok", "go", "end", "state Playing", "state WaitingForReady", "you are host", "you are not host", "cycle True",
                "no: already in room", "no: Room ID is occupied", "no: room not found", "no: Room is locked", "no: Game is ongoing",
                "no: Permission denied. You can't monitor this room.", "no: only host can do this", "no: invalid state",
                "no: No chart selected", "no: already ready", "no: not ready", "no: invalid record", "no: aborted",
                "no: already uploaded", "no: no room",
            }.Except(seen));
        Assert.Contains(seen, frame => frame.StartsWith("touches of", StringComparison.Ordinal));
        Assert.Contains(seen, frame => frame.StartsWith("judges of", StringComparison.Ordinal));
    }

    private static bool MayMonitor(int user) => user >= FirstMonitor;

    /// <summary>Random steps, and then everybody leaves. Each comes with the choice that is made should the host role fall to somebody.</summary>
    private static IEnumerable<(Step Step, int Choice)> StepsOf(int seed, ReferenceServer model, ServerUnderTest server)
    {
        var random = new Random(seed);
        var users = random.Next(1, ServerUnderTest.Users + 1);
        for (var left = random.Next(1, 200); left > 0; left--)
        {
            var step = RandomSteps.Next(random, users, model);
            if (step.Action != StepAction.Expire)
            {
                yield return (step, random.Next(64));
                continue;
            }

            // When somebody's time is over, the others' is nearly: each comes back at the last moment, or does not.
            while (server.LongestAway is { } away)
            {
                yield return (new Step(away, step.Action, 0, false), random.Next(64));
                step = step with { Action = random.Next(2) == 0 ? StepAction.Return : StepAction.Expire };
            }
        }

        while (server.LongestAway is { } away)
        {
            yield return (new Step(away, StepAction.Expire, 0, false), random.Next(64));
        }

        foreach (var user in model.Rooms.Values.SelectMany(room => room.Players.Concat(room.Monitors)).ToList())
        {
            yield return (new Step(user, StepAction.Leave, 0, false), random.Next(64));
        }
    }

    private static async Task CompareAsync(int seed, List<Step> steps, ReferenceServer model, ServerUnderTest server, HashSet<string> seen)
    {
        foreach (var user in ServerUnderTest.Seats)
        {
            var expected = model.Sent.GetValueOrDefault(user) ?? [];
            List<string> actual;
            try
            {
                actual = [.. await server.ReadAsync(user, expected.Count), .. server.ReadRest(user)];
            }
            catch (Exception exception) when (exception is TimeoutException or IOException)
            {
                actual = [exception.Message];
            }

            if (!expected.SequenceEqual(actual))
            {
                Assert.Fail(
                    $"Seed {seed}, user {user}\nexpected: {string.Join(", ", expected)}\nbut was:  {string.Join(", ", actual)}\n"
                        + $"after {string.Join("\n", steps)}");
            }

            seen.UnionWith(actual);
        }

        model.Sent.Clear();
        Assert.Equal(model.Rooms.Keys.Order(), server.Rooms.Select(room => room.Name).Order());
        foreach (var room in server.Rooms)
        {
            var wanted = model.Rooms[room.Name];
            Assert.Equal(wanted.Host, room.Host?.Value);
            Assert.Equal(wanted.Players, room.Players.Select(player => player.Value));
            Assert.Equal(wanted.Monitors, room.Monitors.Select(monitor => monitor.Value));
        }
    }
}
