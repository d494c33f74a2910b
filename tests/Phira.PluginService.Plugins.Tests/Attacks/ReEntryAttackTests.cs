using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Interfaces.Events;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Attacks;

/// <summary>A call never comes in while another runs: the engine would let it, and the guest would be corrupted.</summary>
public sealed class ReEntryAttackTests
{
    [Fact]
    public async Task A_command_that_a_host_call_leads_back_to_the_plugin_waits_its_turn()
    {
        await using var host = await new PluginHost().WithSample("dice").WithHostile().StartAsync();
        Task<Result<string>>? inner = null;
        host.Game.Before = _ =>
        {
            inner ??= host.CommandAsync("hostile", "ping");
            return Task.CompletedTask;
        };

        var outer = await host.CommandAsync("hostile", "room-messages 3");

        Assert.True(outer.IsSuccess, outer.Error?.Describe());
        Assert.Equal("pong", (await inner!).Value);
    }

    [Fact]
    public async Task A_host_call_that_waits_for_its_own_plugin_gives_up_in_time()
    {
        var time = new StandingTime();
        time.Stop();
        await using var host = await new PluginHost(time: time)
            .WithSample("dice").WithHostile(manifest: "[limits]\nmax_execution_time_ms = 300\n").StartAsync();
        Task<Result<string>>? inner = null;
        host.Game.Before = async cancellationToken =>
        {
            time.Continue();
            inner ??= host.CommandAsync("hostile", "ping");
            await inner.WaitAsync(cancellationToken);
        };

        await host.CommandAsync("hostile", "room-messages 1");

        // Whether the outer call still came to its end in time or not: nobody waits for ever, and nothing ran inside it.
        var answer = await inner!;
        Assert.True(answer is { Value: "pong" } or { Error.Code.Value: "plugin.limit_exceeded" or "plugin.not_running" });
        await host.AssertOthersAnswerAsync();
    }

    [Fact]
    public async Task A_plugin_that_answers_its_own_events_with_more_of_them_starves_nobody()
    {
        await using var host = await new PluginHost().WithSample("dice").WithHostile().StartAsync();

        await host.CommandAsync("hostile", "storm 1");
        await host.AssertOthersAnswerAsync();
        var answer = await host.CommandAsync("hostile", "ping");

        Assert.Equal("pong", answer.Value);
        Assert.Equal(PluginState.Running, host.Plugin("hostile").State);
    }

    [Fact]
    public async Task A_chain_of_events_ends_at_max_recursion_depth()
    {
        const int Depth = 5;
        await using var host = await new PluginHost(
            options => options.Security = options.Security with { MaxRecursionDepth = Depth },
            services: PluginHost.Settings(new EmittingOptions { EmitsPerSecond = 10_000 })).WithHostile().StartAsync();
        var calls = host.Plugin("hostile").Usage.Calls;

        await host.CommandAsync("hostile", "storm 1");
        await host.Logs.UntilAsync("max_recursion_depth", 1 << (Depth - 1));

        // Each of them emits two: 1 + 2 + 4 + 8 + 16 events, of which the last sixteen may not be delivered.
        Assert.Equal(calls + 1 + (1 << Depth) - 1, host.Plugin("hostile").Usage.Calls);
    }
}
