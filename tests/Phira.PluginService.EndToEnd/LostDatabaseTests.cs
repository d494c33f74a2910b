using System.Net;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>The service keeps its data in PostgreSQL, which is killed while people play.</summary>
public sealed class LostDatabaseTests
{
    private const string Unreachable = "storage.unreachable";

    [Fact]
    public async Task Nothing_that_cannot_be_recorded_is_carried_out_players_play_on_and_nothing_acknowledged_is_lost()
    {
        await using var database = await ServiceDatabase.StartAsync();
        using var folder = new ServiceFolder().WithDelivered("welcome").WithDelivered("dice");
        await using var service = await RunningService.StartAsync(folder, database.Settings);
        var api = service.Api;
        await api.PostAsync("bans", new { target = "user:7", reason = "spam" });
        await api.ChangeConfigAsync("welcome", values => values["greeting"] = "kept");
        var started = (string?)(await api.PluginAsync("welcome"))["startedAt"];
        var audited = await CountAuditedAsync(api);
        var player = await service.LogInAsync(1, "Ann");

        await database.Server.KillAsync();
        await Eventually.IsTrueAsync(
            async () => await api.ReadinessAsync() == (HttpStatusCode.ServiceUnavailable, Unreachable), "the service knows that its database is gone");

        Assert.Equal(Unreachable, await api.RefusalAsync("plugins/welcome/reload"));
        Assert.Equal(Unreachable, await api.RefusalAsync("bans", new { target = "user:8", reason = "spam" }));
        Assert.Equal(started, (string?)(await api.PluginAsync("welcome"))["startedAt"]);
        Assert.Equal("running", (string?)(await api.PluginAsync("dice"))["state"]);
        Assert.True((await player.CreateRoomAsync(RoomName.Create("no-database"), TestContext.Current.CancellationToken)).IsSuccess);

        await database.Server.RestartAsync();
        await api.WaitUntilReadyAsync();

        Assert.Equal(audited, await CountAuditedAsync(api));
        Assert.Equal("kept", (string?)(await api.GetAsync("plugins/welcome/config"))["values"]!["greeting"]);
        await api.PostAsync("bans", new { target = "user:8", reason = "spam" });
        Assert.Equal(2, (await api.GetAsync("bans")).AsArray().Count);
        Assert.Equal(audited + 1, await CountAuditedAsync(api));
        Assert.True((bool?)(await api.GetAsync("audit/check"))["intact"]);
        Assert.DoesNotContain(database.Server.ConnectionString(database.Name), service.Log, StringComparison.Ordinal);
    }

    private static async Task<int> CountAuditedAsync(ManagementApi api) => (await api.GetAsync("audit?count=100"))["entries"]!.AsArray().Count;
}
