using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

public sealed class PluginOperationTests
{
    [Fact]
    public async Task The_samples_of_the_repository_run()
    {
        await using var host = await new PluginHost().WithSample("dice").WithSample("welcome").StartAsync();

        Assert.True(host.Plugin("dice").State == PluginState.Running, host.Plugin("dice").Failure?.Describe());
        Assert.True(host.Plugin("welcome").State == PluginState.Running, host.Plugin("welcome").Failure?.Describe());
        var rolled = await host.CommandAsync("roll", "2d6");
        Assert.True(rolled.IsSuccess, rolled.Error?.Describe());
        Assert.Contains("2d6", rolled.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_goes_through_all_states_in_order()
    {
        await using var host = await new PluginHost().With("idle", RepositoryFiles.Guest("idle")).StartAsync();

        Assert.Null(host.Plugin("idle").Failure);
        Assert.Equal(
            [
                PluginState.Discovered, PluginState.Resolved, PluginState.Compiled, PluginState.Loaded,
                PluginState.Initialized, PluginState.Running,
            ],
            host.Store.Transitions.Select(transition => transition.To));
    }

    [Fact]
    public async Task A_plugin_that_was_stopped_offers_its_commands_again_when_it_is_started()
    {
        await using var host = await new PluginHost().WithSample("dice").StartAsync();

        await host.DoAsync("dice", PluginOperation.Stop);
        Assert.False((await host.CommandAsync("roll", "2d6")).IsSuccess);
        await host.DoAsync("dice", PluginOperation.Start);

        var rolled = await host.CommandAsync("roll", "2d6");
        Assert.True(rolled.IsSuccess, rolled.Error?.Describe());
    }
}
