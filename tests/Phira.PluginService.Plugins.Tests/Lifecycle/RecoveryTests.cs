using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Attacks;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Sandbox.Compilation.Workers;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.Fakes;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

/// <summary>A plugin that failed is not lost: it is loaded again, from where it was compiled before.</summary>
public sealed class RecoveryTests
{
    [Theory]
    [InlineData(PluginOperation.Load)]
    [InlineData(PluginOperation.Reload)]
    public async Task A_plugin_that_crashed_runs_again_when_it_is_loaded(PluginOperation operation)
    {
        await using var host = await new PluginHost().WithHostile().StartAsync();
        await host.CommandAsync("hostile", "trap");
        await host.UntilAsync("hostile", PluginState.Failed);

        var loaded = await host.DoAsync("hostile", operation);

        Assert.True(loaded.IsSuccess, loaded.Error?.Describe());
        Assert.Equal(PluginState.Running, loaded.Value.State);
        Assert.Null(loaded.Value.Failure);
        Assert.Equal("pong", (await host.CommandAsync("hostile", "ping")).Value);
        Assert.Equal(1, loaded.Value.Usage.Traps);
    }

    [Fact]
    public async Task It_can_crash_and_be_loaded_again_and_again()
    {
        await using var host = await new PluginHost().WithHostile().StartAsync();

        for (var i = 0; i < 10; i++)
        {
            await host.CommandAsync("hostile", "oob");
            await host.UntilAsync("hostile", PluginState.Failed);
            Assert.True((await host.DoAsync("hostile", PluginOperation.Load)).IsSuccess);
        }

        Assert.Equal("pong", (await host.CommandAsync("hostile", "ping")).Value);
    }

    [Theory]
    [InlineData("sleeper")]
    [InlineData("sleep-start")]
    public async Task A_new_version_takes_the_place_of_one_whose_thread_was_left_to_itself(string guest)
    {
        await using var host = await new PluginHost()
            .With("sleeper", RepositoryFiles.Guest(guest), "[limits]\nmax_execution_time_ms = 50\n").StartAsync();
        await host.AssertEndedAsync("max_execution_time_ms", "sleeper");

        await File.WriteAllBytesAsync(
            host.Directory["sleeper/guest.wasm"], RepositoryFiles.Guest("idle"), TestContext.Current.CancellationToken);
        var loaded = await host.DoAsync("sleeper", PluginOperation.Load);

        Assert.True(loaded.IsSuccess, loaded.Error?.Describe());
        Assert.Equal(PluginState.Running, host.Plugin("sleeper").State);
    }

    [Fact]
    public async Task What_crashed_for_good_holds_no_names_and_hears_no_events()
    {
        await using var host = await new PluginHost(options => options.HotReload.MaxRestartAttempts = 0)
            .WithHostile(manifest: "[config]\nwhen = \"event\"\nattack = \"trap\"\n").WithHostile("another").StartAsync();
        await host.CommandAsync("hostile:hostile", "trap");
        await host.UntilAsync("hostile", PluginState.Quarantined);
        var calls = host.Plugin("hostile").Usage.Calls;

        Assert.Equal("command.not_found", (await host.CommandAsync("hostile:hostile", "ping")).Error?.Code.Value);
        host.Events.Publish(new Core.Events.UserConnected(host.Game.Add(1, "Ada")));
        Assert.True((await host.DoAsync("another", PluginOperation.Reload)).IsSuccess);

        Assert.Equal("pong", (await host.CommandAsync("hostile", "ping")).Value);
        Assert.Equal(calls, host.Plugin("hostile").Usage.Calls);
    }

    [Fact]
    public async Task After_a_restart_of_the_service_components_come_from_the_cache()
    {
        using var cache = new TemporaryDirectory();
        var store = new InMemoryPluginStore();
        await using (var first = await new PluginHost(options => options.CacheDirectory = cache["compiled"], store)
            .With("idle", RepositoryFiles.Guest("idle")).StartAsync())
        {
            Assert.Equal(PluginState.Running, first.Plugin("idle").State);
        }

        var entry = Assert.Single(Directory.GetFiles(cache["compiled"]));
        using var unable = new WorkerPool(maximum: 1, ["/no/such/program"]);
        await using var second = await new PluginHost(options => options.CacheDirectory = cache["compiled"], store, workers: unable)
            .With("idle", RepositoryFiles.Guest("idle")).StartAsync();

        Assert.Equal(PluginState.Running, second.Plugin("idle").State);
        Assert.Equal([entry], Directory.GetFiles(cache["compiled"]));
    }

    [Fact]
    public async Task What_an_administrator_unloaded_or_stopped_stays_so_after_a_restart()
    {
        var store = new InMemoryPluginStore();
        await using (var first = await new PluginHost(store: store)
            .With("one", RepositoryFiles.Guest("idle")).With("two", RepositoryFiles.Guest("idle")).With("three", RepositoryFiles.Guest("idle"))
            .StartAsync())
        {
            await first.DoAsync("one", PluginOperation.Unload);
            await first.DoAsync("two", PluginOperation.Stop);
        }

        await using var second = await new PluginHost(store: store)
            .With("one", RepositoryFiles.Guest("idle")).With("two", RepositoryFiles.Guest("idle")).With("three", RepositoryFiles.Guest("idle"))
            .StartAsync();

        Assert.Equal(PluginState.Unloaded, second.Plugin("one").State);
        Assert.Equal(PluginState.Stopped, second.Plugin("two").State);
        Assert.Equal(PluginState.Running, second.Plugin("three").State);
    }
}
