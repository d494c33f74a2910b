using System.Net;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>The service keeps its data on a real disk of 24 MiB, which somebody else fills to the last page.</summary>
public sealed class FullDiskTests
{
    [Fact]
    public async Task Nothing_that_cannot_be_recorded_is_carried_out_players_play_on_and_all_is_well_when_there_is_room_again()
    {
        using var disk = SmallDisk.TryMount(24, out var reason);
        Assert.SkipWhen(disk is null, reason);
        using var folder = new ServiceFolder().WithDelivered("welcome").WithDelivered("dice");
        await using var service = await RunningService.StartAsync(folder, ("PHIRA_STORAGE__DATA_DIRECTORY", Path.Combine(disk.Path, "data")));
        var api = service.Api;
        var started = (string?)(await api.PluginAsync("welcome"))["startedAt"];
        var audited = await CountAuditedAsync(api);

        disk.Fill();

        Assert.Equal("storage.full", await api.RefusalAsync("plugins/welcome/reload"));
        Assert.Equal("storage.full", await api.RefusalAsync("plugins/dice/unload"));
        Assert.Equal("storage.full", await api.RefusalAsync("bans", new { target = "user:7", reason = "spam" }));
        Assert.Equal("storage.full", await api.RefusalAsync("server-settings", HttpMethod.Patch, new { roomCreation = false }));
        Assert.Equal(started, (string?)(await api.PluginAsync("welcome"))["startedAt"]);
        Assert.Equal("running", (string?)(await api.PluginAsync("dice"))["state"]);
        Assert.Empty((await api.GetAsync("bans")).AsArray());
        Assert.Equal(audited, await CountAuditedAsync(api));
        var (status, code) = await api.ReadinessAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "storage.full"), (status, code));

        var player = await service.LogInAsync(1, "Ann");
        Assert.True((await player.CreateRoomAsync(RoomName.Create("full-disk"), TestContext.Current.CancellationToken)).IsSuccess);

        disk.Free();
        await api.WaitUntilReadyAsync();

        await api.PostAsync("plugins/welcome/reload");
        await api.PostAsync("bans", new { target = "user:7", reason = "spam" });
        Assert.Single((await api.GetAsync("bans")).AsArray());
        Assert.Equal(audited + 2, await CountAuditedAsync(api));
        Assert.True((bool?)(await api.GetAsync("audit/check"))["intact"]);
    }

    private static async Task<int> CountAuditedAsync(ManagementApi api) => (await api.GetAsync("audit?count=100"))["entries"]!.AsArray().Count;
}
