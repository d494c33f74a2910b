using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Simulation.Client;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd.Monitoring;

/// <summary>
/// A service under the eyes of a Prometheus: players in a room, a plugin that is called, one that reaches a limit, one that cannot keep up with its events,
/// one that serves a page and one that does not start.
/// </summary>
internal sealed class MonitoredService : IAsyncDisposable
{
    /// <summary>The plugin that is called.</summary>
    public const string Busy = "busy";

    /// <summary>The plugin that reaches a limit and is restarted.</summary>
    public const string Looping = "looping";

    /// <summary>The plugin that events are dropped for.</summary>
    public const string Slow = "slow";

    /// <summary>The plugin that does not start.</summary>
    public const string Broken = "broken";

    /// <summary>The plugin that serves a page.</summary>
    public const string Pages = "pages";

    /// <summary>Calls of <see cref="Busy"/> that answer with an error.</summary>
    public const int Errors = 10;

    private readonly ServiceFolder _folder;

    private MonitoredService(ServiceFolder folder, RunningService service, PrometheusServer prometheus)
    {
        (_folder, Service, Prometheus) = (folder, service, prometheus);
        Calls = new TimedCalls(service.Api, Busy);
    }

    public RunningService Service { get; }

    public PrometheusServer Prometheus { get; }

    /// <summary>The calls of <see cref="Busy"/> since it was seen first.</summary>
    public TimedCalls Calls { get; }

    /// <summary>Requests of players that concern a room.</summary>
    public int RoomOperations { get; private set; }

    /// <summary>Players that are logged in.</summary>
    public int Players { get; private set; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Starts both, and waits until Prometheus has seen every counter.</summary>
    /// <returns>The service; null when Prometheus is not installed.</returns>
    public static async Task<MonitoredService?> StartAsync(params (string Name, string Value)[] settings)
    {
        var component = RepositoryFiles.Guest("hostile");
        var folder = new ServiceFolder()
            .With("phira.toml", "[hot_reload]\nrestart_cooldown_secs = 0.1\n")
            .WithPlugin(Busy, component, Manifest(Busy))
            .WithPlugin(Looping, component, Manifest(Looping, "[limits]\nmax_cpu_time_ms = 50\n"))
            .WithPlugin(Slow, component, Manifest(Slow, "[config]\nwhen = \"event\"\nevent = \"message_send\"\nattack = \"loop\"\n"))
            .WithPlugin(Broken, component, Manifest(Broken, "[config]\nwhen = \"start\"\nattack = \"trap\"\n"))
            .WithPlugin(Pages, RepositoryFiles.Guest("echo"), Manifest(Pages, "http_routes = true\n\n[config]\nroutes = [\"GET /a\"]\n"));
        var service = await RunningService.StartAsync(folder, [("PHIRA_EVENTS__QUEUE_CAPACITY", "16"), .. settings]);
        if (await PrometheusServer.StartAsync(service.HttpPort) is not { } prometheus)
        {
            await service.DisposeAsync();
            folder.Dispose();
            return null;
        }

        var monitored = new MonitoredService(folder, service, prometheus);

        // The series of a histogram begins with its first value.
        await service.Api.TryPostAsync($"commands/{Busy}:hostile/invoke", new { arguments = "ping" });
        await prometheus.UntilAsync($"sum({CallsOfBusy("count")})", 1);
        await prometheus.UntilAsync("sum(phira_game_room_operations_total)", 0);
        return monitored;
    }

    /// <summary>The series of the calls that <see cref="Calls"/> makes.</summary>
    public static string CallsOfBusy(string part) =>
        $"phira_plugin_call_duration_seconds_{part}{{plugin=\"{Busy}\",function=\"command-handler.on-command\"}}";

    /// <summary>Lets players play and plugins be called and go wrong, and waits until Prometheus has seen it.</summary>
    public async Task LoadAsync()
    {
        await PlayAsync();
        for (var i = 0; i < 120; i++)
        {
            await Calls.CallAsync("ping");
        }

        for (var i = 0; i < Errors; i++)
        {
            await Calls.CallAsync("error");
        }

        for (var i = 0; i < 5; i++)
        {
            // Its clock has milliseconds.
            await Calls.CallAsync("wait 30", busy: 0.029);
        }

        using (var visitor = Service.Visitor())
        {
            using var answer = await visitor.GetAsync($"{Pages}/a", Stop);
        }

        await Prometheus.UntilAsync("sum(phira_plugin_http_requests_total)", 1);

        await Service.Api.TryPostAsync($"commands/{Looping}:hostile/invoke", new { arguments = "loop" });
        await UntilAsync(Looping, "running", restarts: 1);
        await UntilAsync(Broken, "quarantined", restarts: null);
        await Prometheus.UntilAsync($"sum({CallsOfBusy("count")})", 1 + Calls.Count);

        // A rate is the difference of two samples, and these calls have begun further series.
        await Calls.CallAsync("wait 30", busy: 0.029);
        await Prometheus.UntilAsync($"sum({CallsOfBusy("count")})", 1 + Calls.Count);
        await Prometheus.UntilAsync("sum(phira_game_room_operations_total{outcome=\"ok\"})", RoomOperations);
        foreach (var plugin in (string[])[Busy, Looping, Slow, Broken])
        {
            await Prometheus.UntilAsync($"phira_plugin_restarts_total{{plugin=\"{plugin}\"}}", await UsageAsync(plugin, "restarts"));
            await Prometheus.UntilAsync($"phira_plugin_drops_total{{plugin=\"{plugin}\"}}", await UsageAsync(plugin, "drops"));
        }
    }

    /// <summary>A number of a plugin as REST shows it.</summary>
    public async Task<double> UsageAsync(string plugin, string name) => (double)(await Service.Api.PluginAsync(plugin))["usage"]![name]!;

    public async ValueTask DisposeAsync()
    {
        await Prometheus.DisposeAsync();
        await Service.DisposeAsync();
        _folder.Dispose();
    }

    private static string Manifest(string name, string more = "") => $"""
        name = "{name}"
        version = "1.0.0"
        abi_version = "1.0.0"

        [permissions]
        register_commands = true
        subscribe_events = true

        {more}
        """;

    private async Task PlayAsync()
    {
        var ann = await Service.LogInAsync(1, "Ann");
        await Prometheus.UntilAsync("phira_api_request_duration_seconds_count{request=\"account\"} >= bool 1", 1);
        var ben = await Service.LogInAsync(2, "Ben");
        Players = 2;
        await DoAsync(ann.CreateRoomAsync(RoomName.Create("room"), Stop));
        Assert.Null((await ben.JoinRoomAsync(RoomName.Create("room"), cancellationToken: Stop)).Error);
        RoomOperations++;
        for (var i = 0; i < 10; i++)
        {
            await DoAsync(ann.LockRoomAsync(i % 2 == 0, Stop));
            await DoAsync(ann.CycleRoomAsync(i % 2 == 0, Stop));
        }

        await FloodAsync(ann);
    }

    /// <summary>Chats until the plugin that is busy with the first line has too many of them, and takes it away.</summary>
    private async Task FloodAsync(PhiraClient player)
    {
        while (await UsageAsync(Slow, "drops") == 0)
        {
            Assert.Null((await player.ChatAsync("hello", Stop)).Error);
        }

        await Service.Api.PostAsync($"plugins/{Slow}/unload", new { });
    }

    private async Task DoAsync(Task<WireResult> operation)
    {
        Assert.Null((await operation).Error);
        RoomOperations++;
    }

    private Task UntilAsync(string plugin, string state, int? restarts) => Eventually.IsTrueAsync(
        async () => await Service.Api.PluginAsync(plugin) is { } found
            && (string?)found["state"] == state && (restarts is null || (int)found["usage"]!["restarts"]! == restarts),
        $"{plugin} is {state}");
}
