using System.Text.Json.Nodes;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>The log of a plugin, kept by the service on disk.</summary>
public sealed class PluginLogTests
{
    private const string Log = "plugins/welcome/log";

    [Fact]
    public async Task Is_found_and_downloaded_after_the_service_was_killed_and_continues()
    {
        using var folder = new ServiceFolder().WithDelivered("welcome");
        await using (var service = await RunningService.StartAsync(folder))
        {
            await service.LogInAsync(100, "Alice");
            await UntilGreetedAsync(service, "Alice");

            // A download waits until every line is written.
            await service.Api.ScrapeAsync($"api/v1/{Log}/download");
            await service.KillAsync();
        }

        await using var again = await RunningService.StartAsync(folder);
        var kept = Assert.Single(await FindAsync(again, "greeted Alice"));
        await again.LogInAsync(101, "Bob");
        await UntilGreetedAsync(again, "Bob");

        var next = Assert.Single(await FindAsync(again, "GREETED bob"));
        Assert.True((long)next!["number"]! > (long)kept!["number"]!);
        Assert.Empty(await FindAsync(again, "greeted&level=warn"));
        var (_, text) = await again.Api.ScrapeAsync($"api/v1/{Log}/download");
        Assert.Equal(["Alice", "Bob"], text.Split('\n').Where(line => line.Contains("greeted", StringComparison.Ordinal)).Select(line => line.Split(' ')[4]));
    }

    private static Task UntilGreetedAsync(RunningService service, string player) => Eventually.IsTrueAsync(
        async () => (await FindAsync(service, $"greeted {player}")).Count == 1, $"{player} is greeted");

    private static async Task<JsonArray> FindAsync(RunningService service, string text) =>
        (await service.Api.GetAsync($"{Log}?text={text}"))["lines"]!.AsArray();
}
