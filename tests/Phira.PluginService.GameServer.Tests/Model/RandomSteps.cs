namespace Phira.PluginService.GameServer.Tests.Model;

/// <summary>Steps at random, so chosen that rounds are begun and ended often, and everything else happens at times.</summary>
internal static class RandomSteps
{
    private static readonly StepAction[] Weighted =
    [
        .. Enumerable.Repeat(StepAction.Create, 6),
        .. Enumerable.Repeat(StepAction.Join, 16),
        .. Enumerable.Repeat(StepAction.Leave, 4),
        .. Enumerable.Repeat(StepAction.Lock, 2),
        .. Enumerable.Repeat(StepAction.Cycle, 4),
        .. Enumerable.Repeat(StepAction.SelectChart, 9),
        .. Enumerable.Repeat(StepAction.RequestStart, 11),
        .. Enumerable.Repeat(StepAction.Ready, 18),
        .. Enumerable.Repeat(StepAction.CancelReady, 2),
        .. Enumerable.Repeat(StepAction.Played, 10),
        .. Enumerable.Repeat(StepAction.Abort, 6),
        .. Enumerable.Repeat(StepAction.Chat, 2),
        .. Enumerable.Repeat(StepAction.Touches, 4),
        .. Enumerable.Repeat(StepAction.Judges, 4),
        .. Enumerable.Repeat(StepAction.Lose, 3),
        .. Enumerable.Repeat(StepAction.Return, 3),
        .. Enumerable.Repeat(StepAction.LogInAgain, 6),
        .. Enumerable.Repeat(StepAction.CloseNewer, 2),
        .. Enumerable.Repeat(StepAction.TimeOut, 2),
        StepAction.Expire,
    ];

    public static Step Next(Random random, int users, ReferenceServer model)
    {
        // With few users the last ones take part, so that monitors do, too.
        var user = random.Next(3) == 0 ? 10 - random.Next(1, users + 1) : random.Next(1, users + 1);
        var action = Weighted[random.Next(Weighted.Length)];
        if (action is StepAction.Lock or StepAction.Cycle or StepAction.SelectChart or StepAction.RequestStart && random.Next(10) < 7)
        {
            user = model.HostOf(user) ?? user;
        }

        if (model.IsAway(user) && action is not (StepAction.Return or StepAction.Expire))
        {
            action = StepAction.Return;
        }

        return action switch
        {
            StepAction.Create or StepAction.Join => new Step(user, action, random.Next(8) == 0 ? 2 : 1, random.Next(10) < (user >= 8 ? 9 : 1)),
            StepAction.Lock => new Step(user, action, 0, random.Next(4) == 0),
            StepAction.Played => new Step(user, action, random.Next(20) == 0 ? user + 1 : user, random.Next(20) != 0),
            _ => new Step(user, action, random.Next(1, 4), random.Next(2) == 0),
        };
    }
}
