using System.Diagnostics;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Attacks;

/// <summary>
/// Whatever a plugin does, it ends with the name of the limit it reached, and the others continue. The corpus of runtime cases shows the same
/// on the running service, for each moment in a plugin's life; here is what it leaves out, and what each attack costs.
/// </summary>
public sealed class AttackLimitTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("endless loop")]
    [InlineData("endless loop, by the wall clock")]
    [InlineData("memory bomb")]
    [InlineData("one huge allocation")]
    [InlineData("many small allocations")]
    [InlineData("deep recursion")]
    [InlineData("flood of host calls")]
    [InlineData("flood of log lines")]
    [InlineData("flood of messages")]
    [InlineData("trap")]
    [InlineData("abort")]
    [InlineData("division by zero")]
    [InlineData("access outside the memory")]
    public async Task By_command(string name)
    {
        var attack = Attack.Of(name);
        await using var host = await new PluginHost().WithSample("dice").WithHostile(manifest: attack.Manifest).StartAsync();
        var before = host.Plugin("hostile").Usage.CpuTime;
        var started = Stopwatch.GetTimestamp();

        var attacking = host.CommandAsync("hostile", attack.Command);
        await host.AssertOthersAnswerAsync();
        var answer = await attacking;

        var wall = Stopwatch.GetElapsedTime(started);
        Assert.Equal(attack.Limit is null ? "plugin.trap" : "plugin.limit_exceeded", answer.Error?.Code.Value);
        var ended = await host.AssertEndedAsync(attack.Limit);
        await host.AssertOthersAnswerAsync();
        Report(name, attack, host, ended.Usage.CpuTime - before, wall);
    }

    [Theory]
    [InlineData("memory bomb")]
    [InlineData("deep recursion")]
    public async Task While_it_is_started(string name)
    {
        var attack = Attack.Of(name);

        await using var host = await new PluginHost()
            .WithSample("dice").WithHostile(manifest: attack.ManifestFor("start")).StartAsync();

        await host.AssertEndedAsync(attack.Limit);
        await host.AssertOthersAnswerAsync();
    }

    [Theory]
    [InlineData("memory bomb")]
    [InlineData("deep recursion")]
    public async Task In_an_event(string name)
    {
        var attack = Attack.Of(name);
        await using var host = await new PluginHost()
            .WithSample("dice").WithHostile(manifest: attack.ManifestFor("event")).StartAsync();

        host.Events.Publish(new UserConnected(host.Game.Add(1, "Ada")));

        await host.AssertEndedAsync(attack.Limit);
        await host.AssertOthersAnswerAsync();
    }

    [Theory]
    [InlineData("memory bomb")]
    [InlineData("deep recursion")]
    public async Task When_it_is_asked_before_something_happens(string name)
    {
        var attack = Attack.Of(name);
        await using var host = await new PluginHost()
            .WithSample("dice").WithHostile(manifest: attack.ManifestFor("before-event")).StartAsync();

        var decision = await host.Events.OfferAsync(
            new UserConnected(host.Game.Add(1, "Ada")), TestContext.Current.CancellationToken);

        Assert.Equal(EventDecision.Proceed, decision);
        await host.AssertEndedAsync(attack.Limit);
        await host.AssertOthersAnswerAsync();
    }

    [Theory]
    [InlineData("memory bomb")]
    [InlineData("deep recursion")]
    public async Task While_it_is_stopped(string name)
    {
        var attack = Attack.Of(name);
        await using var host = await new PluginHost()
            .WithSample("dice").WithHostile(manifest: attack.ManifestFor("stop")).StartAsync();

        var stopped = await host.DoAsync("hostile", PluginOperation.Stop);

        Assert.False(stopped.IsSuccess);
        await host.AssertEndedAsync(attack.Limit);
        await host.AssertOthersAnswerAsync();
    }

    [Fact]
    public async Task Waiting_for_a_host_function_that_takes_too_long()
    {
        var time = new StandingTime();
        time.Stop();
        await using var host = await new PluginHost(time: time)
            .WithSample("dice").WithHostile(manifest: "[limits]\nmax_execution_time_ms = 200\n").StartAsync();
        host.Game.Before = async cancellationToken =>
        {
            time.Continue();

            // The attack is under way: its host call does not return.
            await host.AssertOthersAnswerAsync();
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        };
        var started = Stopwatch.GetTimestamp();

        var answer = await host.CommandAsync("hostile", "room-messages");

        Assert.Equal("plugin.limit_exceeded", answer.Error?.Code.Value);
        output.WriteLine($"max_execution_time_ms 200, waiting for the host: took {Stopwatch.GetElapsedTime(started).TotalMilliseconds:f1} ms");
        await host.AssertEndedAsync("max_execution_time_ms");
        await host.AssertOthersAnswerAsync();
    }

    private void Report(string name, Attack attack, PluginHost host, TimeSpan cpu, TimeSpan wall)
    {
        var peak = host.Changes.Where(change => change.Name.Value == "hostile").Max(change => change.Usage.PeakMemoryBytes);
        output.WriteLine(
            $"{name}: {attack.Limits.ReplaceLineEndings(" ")}| CPU {cpu.TotalMilliseconds:f1} ms, wall {wall.TotalMilliseconds:f1} ms, peak memory {peak} bytes");
    }
}
