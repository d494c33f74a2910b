using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Simulation.Api;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.EndToEnd;

/// <summary>A service that is asked to stop while a round is in progress.</summary>
public sealed class DrainTests : IDisposable
{
    private const int ScrapesDuringTheDrain = 30;
    private const int ByTerm = 128 + 15;

    private static readonly TimeSpan ScrapeInterval = TimeSpan.FromMilliseconds(100);

    // Longer than any test runs: what ends a drain here is the round, or a signal.
    private static readonly ServiceLaunch Patient = new() { Settings = [("PHIRA_GAME__SHUTDOWN_ROUND_SECS", "3600")] };

    private readonly ServiceFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Answers_every_scrape_until_the_round_has_ended()
    {
        SkipWithoutSignals();
        await using var service = await StartAsync();
        var player = await PlayAsync(service);
        await service.SignalAsync("TERM");
        await UntilDrainingAsync(service);

        using var timer = new PeriodicTimer(ScrapeInterval);
        for (var scrape = 0; scrape < ScrapesDuringTheDrain; scrape++)
        {
            await timer.WaitForNextTickAsync(Stop);
            await CheckScrapeAsync(service);
        }

        Assert.True((await player.AbortAsync(Stop)).IsSuccess);
        Assert.Equal(0, await service.ExitAsync());
        Assert.Empty(player.Violations);
    }

    [Fact]
    public async Task Shows_the_time_left_to_scripts_and_to_the_dashboard_and_lets_nobody_in()
    {
        SkipWithoutSignals();
        await using var service = await StartAsync();
        var player = await PlayAsync(service);
        await using var hub = service.Hub();
        var closed = new ConcurrentQueue<string>();
        var stopping = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.Closed += _ => Task.Run(() => closed.Enqueue("closed"), Stop);
        hub.On<JsonElement>("metrics", sample =>
        {
            if (sample.GetProperty("stopping") is { ValueKind: JsonValueKind.Object } message)
            {
                stopping.TrySetResult(message.Clone());
            }
        });
        await hub.StartAsync(Stop);

        await service.SignalAsync("TERM");
        var message = await stopping.Task.WaitAsync(Stop);

        Assert.Equal(1, message.GetProperty("rounds").GetInt32());
        Assert.InRange(message.GetProperty("secondsLeft").GetInt32(), 1, 3600);
        var system = (await service.Api.GetAsync("system"))["stopping"]!;
        Assert.Equal(1, (int)system["rounds"]!);
        Assert.InRange((int)system["secondsLeft"]!, 1, 3600);
        Assert.NotNull(await service.TryLogInAsync(2, "Ben"));
        Assert.Empty(closed);

        Assert.True((await player.AbortAsync(Stop)).IsSuccess);
        Assert.Equal(0, await service.ExitAsync());
    }

    [Theory]
    [InlineData("TERM", ByTerm)]
    [InlineData("INT", 128 + 2)]
    public async Task Ends_at_once_by_a_second_signal(string signal, int exitCode)
    {
        SkipWithoutSignals();
        await using var service = await StartAsync();
        await PlayAsync(service);
        await service.SignalAsync(signal);
        await UntilDrainingAsync(service);

        // Again and again: one that comes right after the first counts as the same request.
        var exit = service.ExitAsync();
        using var timer = new PeriodicTimer(ScrapeInterval);
        while (!exit.IsCompleted)
        {
            await service.TrySignalAsync(signal);
            await timer.WaitForNextTickAsync(Stop);
        }

        Assert.Equal(exitCode, await exit);
        Assert.Contains("A second signal came", service.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_what_a_closed_terminal_asks_for_however_often_it_does()
    {
        SkipWithoutSignals();
        await using var service = await StartAsync();
        var player = await PlayAsync(service);
        await service.SignalAsync("HUP");
        await UntilDrainingAsync(service);

        await service.SignalAsync("HUP");

        await CheckScrapeAsync(service);
        Assert.True((await player.AbortAsync(Stop)).IsSuccess);
        Assert.Equal(0, await service.ExitAsync());
    }

    [Fact]
    public async Task Is_not_for_simulated_rounds()
    {
        SkipWithoutSignals();
        await using var service = await RunningService.LaunchAsync(
            _folder, new ServiceLaunch { Arguments = ["--demo", "--game-port", "0", "--http-port", "0"] });
        await service.WaitUntilReadyAsync();
        await UntilAsync(async () => (await service.Api.GetAsync("rooms")).AsArray().Any(room => (string?)room!["phase"] == "playing"));

        Assert.Equal(0, await service.StopAsync());

        Assert.DoesNotContain("The server stops when", service.Log, StringComparison.Ordinal);
    }

    private static void SkipWithoutSignals() =>
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to stop a process.");

    private async Task<RunningService> StartAsync()
    {
        var service = await RunningService.LaunchAsync(_folder, Patient);
        await service.WaitUntilReadyAsync();
        return service;
    }

    private static async Task<PhiraClient> PlayAsync(RunningService service)
    {
        service.Phira.AddChart(new PhiraChart(1, "Paper Lantern Parade"));
        var player = await service.LogInAsync(1, "Ann");
        Assert.True((await player.CreateRoomAsync(RoomName.Create("one"), Stop)).IsSuccess);
        Assert.True((await player.SelectChartAsync(1, Stop)).IsSuccess);
        Assert.True((await player.RequestStartAsync(Stop)).IsSuccess);
        await player.WaitForRoomAsync(room => room?.State.Kind == RoomStateKind.Playing, Stop);
        return player;
    }

    private static Task UntilDrainingAsync(RunningService service) =>
        UntilAsync(async () => (await service.Api.ScrapeAsync("healthz/ready")).Status == HttpStatusCode.ServiceUnavailable);

    private static async Task CheckScrapeAsync(RunningService service)
    {
        var (status, body) = await service.Api.ScrapeAsync("healthz/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        var problem = JsonNode.Parse(body)!;
        Assert.Equal("service.stopping", (string?)problem["code"]);
        Assert.Matches(@"^The service is stopping: rounds in progress: 1, time left: at most \d+ s\.$", (string?)problem["detail"]);
        Assert.Equal(HttpStatusCode.OK, (await service.Api.ScrapeAsync("healthz/live")).Status);
        Assert.Equal(HttpStatusCode.OK, (await service.Api.ScrapeAsync("robots.txt")).Status);
        (status, body) = await service.Api.ScrapeAsync("metrics");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("phira_service_uptime", body, StringComparison.Ordinal);
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var timer = new PeriodicTimer(ScrapeInterval);
        while (!await condition())
        {
            await timer.WaitForNextTickAsync(Stop);
        }
    }
}
