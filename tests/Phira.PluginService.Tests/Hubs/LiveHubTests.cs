using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Testing;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Hubs;

public sealed class LiveHubTests
{
    private static readonly TimeSpan SafetyNet = Eventually.Patience;

    [Fact]
    public async Task A_new_browser_gets_a_sample_at_once_and_one_each_second()
    {
        await using var service = new TestService();
        service.Plugins.Plugins.Add(FakePlugins.Snapshot("dice"));
        service.Game.ConnectionCount = 5;
        await using var hub = service.Hub();
        var metrics = Listen(hub, "metrics");
        await hub.StartAsync(TestContext.Current.CancellationToken);
        var first = await NextAsync(metrics);

        service.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await NextAsync(metrics);

        Assert.Equal(TimeSpan.FromSeconds(1), second.GetProperty("at").GetDateTimeOffset() - first.GetProperty("at").GetDateTimeOffset());
        var system = second.GetProperty("system");
        Assert.True(system.GetProperty("cpuPercent").GetDouble() >= 0);
        Assert.True(system.GetProperty("workingSetBytes").GetInt64() > 0);
        Assert.True(system.GetProperty("managedHeapBytes").GetInt64() > 0);
        Assert.True(system.GetProperty("threads").GetInt32() > 0);
        Assert.Equal(5, system.GetProperty("connections").GetInt32());
        Assert.Equal(0, system.GetProperty("onlineUsers").GetInt32());
        Assert.Equal(0, system.GetProperty("rooms").GetInt32());
        Assert.Equal("dice", Assert.Single(second.GetProperty("plugins").EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Rates_are_differences_of_the_counters_over_time()
    {
        await using var service = new TestService();
        var plugin = FakePlugins.Snapshot("dice");
        service.Plugins.Plugins.Add(plugin with { Usage = new PluginUsage { CpuTime = TimeSpan.FromSeconds(10), Calls = 100, Errors = 1 } });
        await using var hub = service.Hub();
        var metrics = Listen(hub, "metrics");
        await hub.StartAsync(TestContext.Current.CancellationToken);
        await NextAsync(metrics);

        service.Plugins.Plugins[0] = plugin with
        {
            Usage = new PluginUsage
            {
                CpuTime = TimeSpan.FromSeconds(10.25),
                Calls = 140,
                Errors = 2,
                Traps = 2,
                MemoryBytes = 65536,
                PeakMemoryBytes = 131072,
                QueueLength = 3,
                ActiveRequests = 4,
            },
        };
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        var dice = (await NextAsync(metrics)).GetProperty("plugins")[0];

        Assert.Equal("running", dice.GetProperty("state").GetString());
        Assert.Equal(25, dice.GetProperty("cpuPercent").GetDouble(), 6);
        Assert.Equal(40, dice.GetProperty("callsPerSecond").GetDouble(), 6);
        Assert.Equal(3, dice.GetProperty("errorsPerSecond").GetDouble(), 6);
        Assert.Equal(65536, dice.GetProperty("memoryBytes").GetInt64());
        Assert.Equal(131072, dice.GetProperty("peakMemoryBytes").GetInt64());
        Assert.Equal(3, dice.GetProperty("queueLength").GetInt32());
        Assert.Equal(4, dice.GetProperty("activeRequests").GetInt32());
    }

    [Fact]
    public async Task A_counter_that_began_anew_gives_no_negative_rate()
    {
        await using var service = new TestService();
        var plugin = FakePlugins.Snapshot("dice");
        service.Plugins.Plugins.Add(plugin with { Usage = new PluginUsage { Calls = 100 } });
        await using var hub = service.Hub();
        var metrics = Listen(hub, "metrics");
        await hub.StartAsync(TestContext.Current.CancellationToken);
        await NextAsync(metrics);

        service.Plugins.Plugins[0] = plugin with { Usage = new PluginUsage { Calls = 3 } };
        service.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(0, (await NextAsync(metrics)).GetProperty("plugins")[0].GetProperty("callsPerSecond").GetDouble());
    }

    [Theory]
    [InlineData("?lang=en", "its health check is critical")]
    [InlineData("?lang=zh-CN", "它的健康检查结果为严重")]
    [InlineData("", "它的健康检查结果为严重")]
    public async Task Health_is_pushed_each_second_in_the_language_of_the_connection(string query, string reason)
    {
        await using var service = new TestService();
        service.Plugins.Plugins.Add(FakePlugins.Snapshot("fine"));
        service.Plugins.Plugins.Add(FakePlugins.Snapshot("slow") with
        {
            Health = new PluginHealth(HealthStatus.Warning, [LocalizedText.Of("health.critical")]),
        });
        await using var hub = service.Hub(query);
        var health = Listen(hub, "health");
        await hub.StartAsync(TestContext.Current.CancellationToken);
        await NextAsync(health);

        service.Clock.Advance(TimeSpan.FromSeconds(1));
        var message = await NextAsync(health);

        Assert.Equal("warning", message.GetProperty("status").GetString());
        Assert.Equal("healthy", message.GetProperty("plugins")[0].GetProperty("status").GetString());
        Assert.Equal(reason, Assert.Single(message.GetProperty("plugins")[1].GetProperty("reasons").EnumerateArray()).GetString());
    }

    [Theory]
    [InlineData("?lang=en", "no space left")]
    [InlineData("?lang=zh-CN", "没有剩余空间")]
    public async Task A_problem_of_the_service_itself_is_pushed_with_what_to_do_about_it(string query, string what)
    {
        await using var service = new TestService();
        service.Storage.Problem = FullDisk.Describe("/data");
        await using var hub = service.Hub(query);
        var health = Listen(hub, "health");
        await hub.StartAsync(TestContext.Current.CancellationToken);

        var message = await NextAsync(health);

        Assert.Equal("critical", message.GetProperty("status").GetString());
        Assert.Contains(what, Assert.Single(message.GetProperty("problems").EnumerateArray()).GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_plugin_is_pushed_at_once_to_each_browser_in_its_language()
    {
        await using var service = new TestService();
        await using var english = service.Hub("?lang=en");
        await using var chinese = service.Hub("?lang=zh-CN");
        var (first, second) = (Listen(english, "pluginChanged"), Listen(chinese, "pluginChanged"));
        await ConnectAsync(english);
        await ConnectAsync(chinese);

        service.Plugins.Raise(FakePlugins.Snapshot("broken", PluginState.Failed) with { Failure = new Error(PluginErrors.NotFound, "x") });

        Assert.Equal("No plugin is called \"x\".", (await NextAsync(first)).GetProperty("failure").GetProperty("message").GetString());
        Assert.Equal("没有名为“x”的插件。", (await NextAsync(second)).GetProperty("failure").GetProperty("message").GetString());
    }

    [Fact]
    public async Task Without_a_token_there_is_no_connection()
    {
        await using var service = new TestService();
        await using var hub = service.Hub(token: null);

        await Assert.ThrowsAsync<HttpRequestException>(() => hub.StartAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_fault_while_sampling_does_not_end_the_stream()
    {
        await using var service = new TestService();
        await using var hub = service.Hub();
        var metrics = Listen(hub, "metrics");
        await hub.StartAsync(TestContext.Current.CancellationToken);
        await NextAsync(metrics);

        service.Plugins.FaultOnce(new InvalidOperationException("once"));
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        await service.Plugins.FaultRaised.WaitAsync(SafetyNet, TestContext.Current.CancellationToken);
        service.Clock.Advance(TimeSpan.FromSeconds(1));

        await NextAsync(metrics);
    }

    // The first push after connecting shows that the connection is known to the service.
    private static async Task ConnectAsync(HubConnection hub)
    {
        var metrics = Listen(hub, "metrics");
        await hub.StartAsync(TestContext.Current.CancellationToken);
        await NextAsync(metrics);
    }

    private static ChannelReader<JsonElement> Listen(HubConnection hub, string method)
    {
        var received = Channel.CreateBounded<JsonElement>(1024);
        hub.On<JsonElement>(method, async message => await received.Writer.WriteAsync(message));
        return received.Reader;
    }

    private static async Task<JsonElement> NextAsync(ChannelReader<JsonElement> received) =>
        await received.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(SafetyNet, TestContext.Current.CancellationToken);
}
