namespace Phira.PluginService.EndToEnd;

public sealed class ServiceRestartTests
{
    [Fact]
    public async Task After_a_crash_everything_acknowledged_is_in_force()
    {
        using var folder = new ServiceFolder().WithDelivered("welcome").WithDelivered("dice");
        await using (var service = await RunningService.StartAsync(folder))
        {
            await service.Api.PostAsync("plugins/dice/stop");
            await service.Api.ChangeConfigAsync("welcome", values => values["greeting"] = "before the crash");
            await service.KillAsync();
        }

        await using var again = await RunningService.StartAsync(folder);
        Assert.Equal("stopped", (string?)(await again.Api.PluginAsync("dice"))["state"]);
        Assert.Equal("running", (string?)(await again.Api.PluginAsync("welcome"))["state"]);
        var config = await again.Api.GetAsync("plugins/welcome/config");
        Assert.Equal("before the crash", (string?)config["values"]!["greeting"]);
        Assert.Equal(1, (int?)config["revision"]);
        var history = (await again.Api.GetAsync("plugins/dice/transitions?count=100")).AsArray();
        Assert.Contains(history, transition => (string?)transition!["to"] == "stopped");
    }

    [Fact]
    public async Task A_plugin_that_could_not_be_removed_runs_on_also_after_a_restart()
    {
        using var folder = new ServiceFolder().WithDelivered("welcome").With("plugins/.staging", "a file where a folder is needed");
        await using (var service = await RunningService.StartAsync(folder))
        {
            Assert.Equal("package.disk_failed", await service.Api.TryDeleteAsync("plugins/welcome"));
            Assert.Equal("running", (string?)(await service.Api.PluginAsync("welcome"))["state"]);
            await service.StopAsync();
        }

        await using var again = await RunningService.StartAsync(folder);
        Assert.Equal("running", (string?)(await again.Api.PluginAsync("welcome"))["state"]);
    }

    [Fact]
    public async Task Asked_to_stop_the_service_ends_in_order()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to stop a process.");
        using var folder = new ServiceFolder().WithDelivered("welcome");
        await using var service = await RunningService.StartAsync(folder);
        var player = await service.LogInAsync(1, "Ann");

        Assert.Equal(0, await service.StopAsync());

        await player.Closed.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Empty(player.Violations);
    }
}
