using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Attacks;

/// <summary>Attacks that end a process which hosts components carelessly. The point of these tests is that they come to their end.</summary>
public sealed class ProcessSurvivalTests
{
    [Fact]
    public async Task Wasi_is_there_and_grants_nothing()
    {
        await using var host = await new PluginHost()
            .WithSample("dice").With("guest", RepositoryFiles.Guest("wasi")).StartAsync();

        Assert.True(host.Plugin("guest").State == PluginState.Running, host.Plugin("guest").Failure?.Describe());
        var log = host.PluginLog.Read(host.Plugin("guest").Name, 10);
        Assert.Equal(
            [(PluginLogLevel.Info, "to standard output"), (PluginLogLevel.Warn, "to standard error")],
            log.Select(line => (line.Level, line.Message)));
        await host.AssertOthersAnswerAsync();
    }

    [Theory]
    [InlineData(PluginOperation.Unload, PluginState.Unloaded)]
    [InlineData(PluginOperation.Reload, PluginState.Running)]
    [InlineData(PluginOperation.Stop, PluginState.Stopped)]
    public async Task An_operation_asked_for_inside_a_host_call_waits_for_the_end_of_the_call(PluginOperation operation, PluginState state)
    {
        await using var host = await new PluginHost().WithSample("dice").WithHostile().StartAsync();
        Task<Result<PluginSnapshot>>? operating = null;
        host.Game.Before = _ =>
        {
            operating ??= host.DoAsync("hostile", operation);
            return Task.CompletedTask;
        };

        var answer = await host.CommandAsync("hostile", "room-messages 3");

        Assert.True(answer.IsSuccess, answer.Error?.Describe());
        Assert.True((await operating!).IsSuccess);
        Assert.Equal(state, host.Plugin("hostile").State);
        await host.AssertOthersAnswerAsync();
    }

    [Theory]
    [InlineData(PluginOperation.Unload, PluginState.Unloaded)]
    [InlineData(PluginOperation.Reload, PluginState.Running)]
    public async Task An_operation_that_a_host_call_waits_for_is_carried_out_when_the_time_of_the_call_is_over(
        PluginOperation operation, PluginState state)
    {
        var time = new StandingTime();
        time.Stop();
        await using var host = await new PluginHost(time: time)
            .WithSample("dice").WithHostile(manifest: "[limits]\nmax_execution_time_ms = 2000\n").StartAsync();
        Task<Result<PluginSnapshot>>? operating = null;
        host.Game.Before = async cancellationToken =>
        {
            // Only now: the call must get as far as this however slow the machine is.
            time.Continue();
            operating ??= host.DoAsync("hostile", operation);
            await operating.WaitAsync(cancellationToken);
        };

        await host.CommandAsync("hostile", "room-messages 3");

        var result = await operating!;
        Assert.True(result.IsSuccess, result.Error?.Describe());
        Assert.Equal(state, host.Plugin("hostile").State);
        await host.AssertOthersAnswerAsync();
    }

    [Theory]
    [InlineData("recurse", 64L << 10)]
    [InlineData("recurse", 8L << 20)]
    [InlineData("recurse", 64L << 20)]
    [InlineData("recursecalls", 64L << 10)]
    [InlineData("recursecalls", 8L << 20)]
    public async Task Recursion_ends_at_the_limit_of_the_guest_and_not_of_the_thread(string attack, long stack)
    {
        await using var host = await new PluginHost()
            .WithSample("dice")
            .WithHostile(manifest: $"[limits]\nmax_stack_size = {stack}\nmax_cpu_time_ms = 10000\nmax_execution_time_ms = 600000\n")
            .StartAsync();

        await host.CommandAsync("hostile", attack);

        await host.AssertEndedAsync("max_stack_size");
        await host.AssertOthersAnswerAsync();
    }

    [Fact]
    public async Task A_listener_that_fails_harms_no_plugin()
    {
        await using var host = new PluginHost().WithSample("dice").WithHostile();
        host.Manager.Changed += _ => throw new InvalidOperationException("on purpose");
        await host.StartAsync();

        await host.CommandAsync("hostile", "trap");

        await host.AssertEndedAsync(limit: null);
        await host.AssertOthersAnswerAsync();
        Assert.Contains(host.Logs.Problems, line => line.Text.Contains("on purpose", StringComparison.Ordinal));
    }
}
