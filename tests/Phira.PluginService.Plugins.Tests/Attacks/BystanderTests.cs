using Phira.PluginService.Core.Events;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Attacks;

/// <summary>
/// The attack cannot end before the others have answered: the attacker's clock, or its memory, stands still until then. Its code runs
/// all the while.
/// </summary>
public sealed class BystanderTests
{
    private const int Times = 20;

    [Theory]
    [InlineData("endless loop")]
    [InlineData("memory bomb")]
    [InlineData("many small allocations")]
    [InlineData("flood of host calls")]
    [InlineData("flood of log lines")]
    [InlineData("flood of messages")]
    public async Task Commands_and_events_of_others_are_served(string name)
    {
        var attack = Attack.Of(name);
        using var standstill = new Standstill("hostile");
        await using var host = await new PluginHost(platform: standstill.Platform)
            .WithSample("dice").WithSample("welcome").WithHostile(manifest: attack.Manifest).StartAsync();
        standstill.Hold();

        var attacking = host.CommandAsync("hostile", attack.Command);
        await standstill.Reached;
        await AssertServedAsync(host);
        var overBefore = attacking.IsCompleted;
        standstill.LetGo();

        Assert.False(overBefore);
        Assert.Equal("plugin.limit_exceeded", (await attacking).Error?.Code.Value);
        await host.AssertEndedAsync(attack.Limit);
    }

    [Fact]
    public async Task Also_while_one_sleeps_in_a_call_of_the_system()
    {
        var time = new StandingTime();
        time.Stop();
        await using var host = await new PluginHost(time: time)
            .WithSample("dice")
            .WithSample("welcome")
            .With("hostile", RepositoryFiles.Guest("sleep-stop"), "[limits]\nmax_execution_time_ms = 100\n")
            .StartAsync();

        var stopping = host.DoAsync("hostile", Core.Plugins.PluginOperation.Stop);
        await host.UntilAsync("hostile", Core.Plugins.PluginState.Stopping);
        await AssertServedAsync(host);
        var overBefore = stopping.IsCompleted;
        time.Continue();

        Assert.False(overBefore);
        Assert.Equal("plugin.limit_exceeded", (await stopping).Error?.Code.Value);
        await host.AssertEndedAsync("max_execution_time_ms");
    }

    /// <summary>Commands of one plugin, and greetings of another.</summary>
    private static async Task AssertServedAsync(PluginHost host)
    {
        for (var i = 0; i < Times; i++)
        {
            await host.AssertOthersAnswerAsync();
        }

        host.Events.Publish(new UserConnected(host.Game.Add(1, "Ada")));
        await host.UntilAsync(() => host.Game.Asked.Any(asked => asked.StartsWith("user 1: ", StringComparison.Ordinal)));
    }
}
