using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.Fakes;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

/// <summary>Plugins that need others go down before these and come back after them, no matter who stops them.</summary>
public sealed class DependencyCascadeTests
{
    private static readonly string[] Upwards = ["base", "middle", "top"];

    [Theory]
    [InlineData(PluginOperation.Unload)]
    [InlineData(PluginOperation.Reload)]
    [InlineData(PluginOperation.Stop)]
    [InlineData(PluginOperation.Disable)]
    public async Task Without_cascade_an_operation_that_would_take_others_down_names_them(PluginOperation operation)
    {
        await using var host = await Tower(new PluginHost()).StartAsync();

        var refused = await host.DoAsync("base", operation);

        Assert.Equal("plugin.has_dependents", refused.Error?.Code.Value);
        Assert.Contains("middle, top", refused.Error!.Message(Language.Chinese), StringComparison.Ordinal);
        Assert.All(Upwards, name => Assert.Equal(PluginState.Running, host.Plugin(name).State));
        Assert.Equal(PluginState.Running, host.Plugin("guest-of-none").State);
    }

    [Fact]
    public async Task Unloading_with_cascade_takes_them_down_first_and_loading_brings_them_back()
    {
        await using var host = await Tower(new PluginHost()).StartAsync();

        Assert.True((await host.DoAsync("base", PluginOperation.Unload, cascade: true)).IsSuccess);

        Assert.Equal(["top", "middle", "base"], Reached(host, PluginState.Unloaded));
        Assert.Equal("plugin.provider_not_running", host.Plugin("middle").Failure?.Code.Value);
        Assert.Equal(PluginState.Running, host.Plugin("guest-of-none").State);

        Assert.True((await host.DoAsync("base", PluginOperation.Load)).IsSuccess);
        await host.UntilAsync("top", PluginState.Running);
        Assert.Equal(Upwards, Reached(host, PluginState.Running).TakeLast(3));
        Assert.Null(host.Plugin("top").Failure);
    }

    [Fact]
    public async Task Reloading_with_cascade_brings_them_back_in_order_before_it_answers()
    {
        await using var host = await Tower(new PluginHost()).StartAsync();
        host.With("base", RepositoryFiles.Guest("idle"), version: "1.5.0");

        Assert.True((await host.DoAsync("base", PluginOperation.Reload, cascade: true)).IsSuccess);

        Assert.Equal(["top", "middle"], Reached(host, PluginState.Unloaded));
        Assert.Equal(Upwards, Reached(host, PluginState.Running).TakeLast(3));
        Assert.Equal("1.5.0", host.Plugin("base").Version);
    }

    [Fact]
    public async Task When_the_new_version_no_longer_fits_they_stop_and_say_so_until_one_fits_again()
    {
        await using var host = await Tower(new PluginHost()).StartAsync();
        host.With("base", RepositoryFiles.Guest("idle"), version: "2.0.0");

        Assert.True((await host.DoAsync("base", PluginOperation.Reload, cascade: true)).IsSuccess);

        Assert.Equal("2.0.0", host.Plugin("base").Version);
        Assert.Equal(PluginState.Failed, host.Plugin("middle").State);
        Assert.Contains("dependency.out_of_range", host.Plugin("middle").Failure!.Describe(), StringComparison.Ordinal);
        Assert.Equal(PluginState.Failed, host.Plugin("top").State);

        host.With("base", RepositoryFiles.Guest("idle"), version: "1.1.0");
        Assert.True((await host.DoAsync("base", PluginOperation.Reload)).IsSuccess);
        await host.UntilAsync("top", PluginState.Running);
        Assert.Equal(PluginState.Running, host.Plugin("middle").State);
    }

    [Fact]
    public async Task A_reload_that_fails_brings_them_back_to_the_version_that_stays()
    {
        await using var host = await Tower(new PluginHost()).StartAsync();
        host.With("base", RepositoryFiles.Guest("truncated"), version: "1.5.0");

        Assert.False((await host.DoAsync("base", PluginOperation.Reload, cascade: true)).IsSuccess);

        Assert.All(Upwards, name => Assert.Equal(PluginState.Running, host.Plugin(name).State));
        Assert.Equal("1.0.0", host.Plugin("base").Version);
    }

    [Fact]
    public async Task What_an_administrator_took_down_does_not_come_back_by_itself()
    {
        await using var host = await Tower(new PluginHost()).StartAsync();
        await host.DoAsync("base", PluginOperation.Unload, cascade: true);
        await host.DoAsync("top", PluginOperation.Unload);

        await host.DoAsync("base", PluginOperation.Load);
        await host.UntilAsync("middle", PluginState.Running);
        await host.DoAsync("guest-of-none", PluginOperation.Reload);

        Assert.Equal(PluginState.Unloaded, host.Plugin("top").State);
        Assert.Null(host.Plugin("top").Failure);
    }

    [Fact]
    public async Task A_plugin_whose_provider_failed_at_the_start_is_loaded_once_the_provider_is()
    {
        await using var host = await Tower(new PluginHost(), baseGuest: "truncated").StartAsync();
        Assert.Equal(PluginState.Failed, host.Plugin("top").State);
        host.With("base", RepositoryFiles.Guest("idle"));

        Assert.True((await host.DoAsync("base", PluginOperation.Load)).IsSuccess);

        await host.UntilAsync("top", PluginState.Running);
        Assert.Equal(PluginState.Running, host.Plugin("middle").State);
    }

    [Fact]
    public async Task A_disabled_plugin_comes_back_only_when_it_is_enabled_also_after_a_restart()
    {
        var store = new InMemoryPluginStore();
        await using (var first = await Tower(new PluginHost(store: store)).StartAsync())
        {
            Assert.True((await first.DoAsync("base", PluginOperation.Disable, cascade: true)).IsSuccess);
            Assert.Equal(PluginState.Disabled, first.Plugin("base").State);
            foreach (var operation in (PluginOperation[])[PluginOperation.Load, PluginOperation.Reload, PluginOperation.Start, PluginOperation.Stop])
            {
                Assert.Equal("plugin.disabled", (await first.DoAsync("base", operation)).Error?.Code.Value);
            }
        }

        await using var second = await Tower(new PluginHost(store: store)).StartAsync();
        Assert.Equal(PluginState.Disabled, second.Plugin("base").State);
        Assert.Equal("plugin.provider_not_running", second.Plugin("middle").Failure?.Code.Value);

        Assert.Equal(PluginState.Running, (await second.DoAsync("base", PluginOperation.Enable)).Value?.State);
        await second.UntilAsync("top", PluginState.Running);
        Assert.Equal(DesiredState.Running, (await store.GetDesiredStatesAsync(CancellationToken.None)).Single(entry => entry.Key.Value == "base").Value);
    }

    private static PluginHost Tower(PluginHost host, string baseGuest = "idle") => host
        .With("base", RepositoryFiles.Guest(baseGuest))
        .With("middle", RepositoryFiles.Guest("idle"), "[dependencies]\nbase = \"^1.0.0\"\n")
        .With("top", RepositoryFiles.Guest("idle"), "[dependencies]\nmiddle = \"^1.0.0\"\n")
        .With("guest-of-none", RepositoryFiles.Guest("idle"), "[optional-dependencies]\nbase = \"^1.0.0\"\n");

    private static string[] Reached(PluginHost host, PluginState state)
    {
        // The snapshot of a change may already show a later state; the history in the store is exact within a plugin, the changes across.
        var seen = new List<string>();
        foreach (var change in host.Changes.Where(change => change.State == state && change.Name.Value != "guest-of-none"))
        {
            if (seen.Count == 0 || seen[^1] != change.Name.Value)
            {
                seen.Add(change.Name.Value);
            }
        }

        return [.. seen];
    }
}
