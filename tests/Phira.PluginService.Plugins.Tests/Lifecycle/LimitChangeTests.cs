using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Limits;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing.Fakes;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

public sealed class LimitChangeTests
{
    [Fact]
    public async Task Each_limit_is_told_with_where_its_value_comes_from()
    {
        await using var host = await new PluginHost().WithHostile(manifest: "[limits]\nmax_open_files = 7\n").StartAsync();

        await SetAsync(host, new() { ["max_cpu_time_ms"] = 50 });

        var limits = (await GetAsync(host)).Limits;
        Assert.Equal(
            [
                "max_memory", "max_cpu_time_ms", "max_execution_time_ms", "max_open_files", "max_network_connections",
                "max_allocation_size", "max_total_allocation", "max_stack_size",
            ],
            limits.Select(limit => limit.Name));
        Assert.Equal(new PluginLimit("max_cpu_time_ms", 50, 1000, null, 50, 10_000, "ms"), limits[1]);
        Assert.Equal(new PluginLimit("max_open_files", 7, 32, 7, null, 256, "count"), limits[3]);
        Assert.Equal("bytes", limits[0].Unit);
    }

    [Fact]
    public async Task Processor_time_changes_with_the_next_call_of_the_running_instance()
    {
        await using var host = await new PluginHost()
            .WithHostile(manifest: "[limits]\nmax_cpu_time_ms = 10000\nmax_execution_time_ms = 600000\n").StartAsync();
        var started = host.Plugin("hostile").Usage.StartedAt;

        await SetAsync(host, new() { ["max_cpu_time_ms"] = 50 });
        Assert.Equal(started, host.Plugin("hostile").Usage.StartedAt);

        Assert.Contains("max_cpu_time_ms", await FailureAsync(host, "loop"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Execution_time_changes_with_the_next_call_of_the_running_instance()
    {
        await using var host = await new PluginHost()
            .WithHostile(manifest: "[limits]\nmax_cpu_time_ms = 10000\nmax_execution_time_ms = 600000\n").StartAsync();

        await SetAsync(host, new() { ["max_execution_time_ms"] = 50 });

        Assert.Contains("max_execution_time_ms", await FailureAsync(host, "loop"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("max_memory", 4_194_304, "bomb")]
    [InlineData("max_allocation_size", 65_536, "huge 2")]
    [InlineData("max_total_allocation", 1_048_576, "many")]
    public async Task Memory_limits_change_for_the_running_instance(string limit, long value, string attack)
    {
        await using var host = await new PluginHost().WithHostile().StartAsync();
        var started = host.Plugin("hostile").Usage.StartedAt;

        await SetAsync(host, new() { [limit] = value });
        Assert.Equal(started, host.Plugin("hostile").Usage.StartedAt);

        Assert.Contains(limit, await FailureAsync(host, attack), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_stack_size_reloads_the_plugin()
    {
        await using var host = await new PluginHost().WithHostile().StartAsync();
        var started = host.Plugin("hostile").Usage.StartedAt;

        await SetAsync(host, new() { ["max_stack_size"] = 262_144 });

        Assert.True(host.Plugin("hostile").Usage.StartedAt > started);
        Assert.Equal(262_144, (await GetAsync(host)).Limits.Single(limit => limit.Name == "max_stack_size").Effective);
        Assert.Contains("max_stack_size", await FailureAsync(host, "recurse"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_survive_a_restart_and_can_be_taken_back()
    {
        var store = new InMemoryPluginStore();
        await using (var host = await new PluginHost(store: store).WithHostile().StartAsync())
        {
            await SetAsync(host, new() { ["max_open_files"] = 3 });
        }

        await using var next = await new PluginHost(store: store).WithHostile().StartAsync();
        Assert.Equal(3, OpenFiles(await GetAsync(next)));

        await SetAsync(next, []);
        Assert.Equal(32, OpenFiles(await GetAsync(next)));
    }

    [Fact]
    public async Task A_decision_above_a_maximum_that_was_lowered_since_counts_as_that_maximum()
    {
        var store = new InMemoryPluginStore();
        await store.SetLimitOverridesAsync(
            PluginName.Parse("hostile"), new Dictionary<string, long> { ["max_open_files"] = 1000 }, TestContext.Current.CancellationToken);

        await using var host = await new PluginHost(store: store).WithHostile().StartAsync();

        Assert.Equal(256, OpenFiles(await GetAsync(host)));
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once_and_nothing_changes()
    {
        await using var host = await new PluginHost().WithHostile().StartAsync();

        var result = await host.Limits.SetAsync(
            PluginName.Parse("hostile"),
            new Dictionary<string, long> { ["max_files"] = 1, ["max_cpu_time_ms"] = 0, ["max_stack_size"] = 1L << 40, ["max_open_files"] = 5 },
            PluginHost.Cause,
            TestContext.Current.CancellationToken);

        Assert.Equal(LimitErrors.Refused, result.Error!.Code);
        Assert.Equal(
            [LimitErrors.OutOfRange, LimitErrors.Unknown, LimitErrors.OutOfRange], result.Error.Causes.Select(cause => cause.Code));
        Assert.Contains("max_open_files", result.Error.Causes[1].Remedy(), StringComparison.Ordinal);
        Assert.Equal(32, OpenFiles(await GetAsync(host)));
    }

    [Fact]
    public async Task A_plugin_that_does_not_exist_has_no_limits()
    {
        await using var host = await new PluginHost().StartAsync();

        var result = await host.Limits.GetAsync(PluginName.Parse("nobody"), TestContext.Current.CancellationToken);

        Assert.Equal(PluginErrors.NotFound, result.Error!.Code);
    }

    private static long OpenFiles(PluginLimits limits) => limits.Limits.Single(limit => limit.Name == "max_open_files").Effective;

    private static async Task<string> FailureAsync(PluginHost host, string attack)
    {
        await host.CommandAsync("hostile", attack);
        return (await host.UntilAsync("hostile", PluginState.Failed)).Failure!.Message(Language.English);
    }

    private static async Task<PluginLimits> GetAsync(PluginHost host)
    {
        var result = await host.Limits.GetAsync(PluginName.Parse("hostile"), TestContext.Current.CancellationToken);
        Assert.True(result.IsSuccess, result.Error?.Describe());
        return result.Value;
    }

    private static async Task SetAsync(PluginHost host, Dictionary<string, long> overrides)
    {
        var result = await host.Limits.SetAsync(
            PluginName.Parse("hostile"), overrides, PluginHost.Cause, TestContext.Current.CancellationToken);
        Assert.True(result.IsSuccess, result.Error?.Describe());
    }
}
