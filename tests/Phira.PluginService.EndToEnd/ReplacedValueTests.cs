using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Simulation.Api;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>A plugin changes and refuses what players want, and their games survive it.</summary>
public sealed class ReplacedValueTests
{
    private const string Manifest = """
        name = "echo"
        version = "1.0.0"
        abi_version = "1.0.0"

        [permissions]
        register_commands = true

        [config]
        subscribe = [
          { type = "room_create", phase = "before" },
          { type = "chart_select", phase = "before", fail-closed = true },
          { type = "player_ready", phase = "before" },
        ]
        """;

    private static readonly RoomName Room = RoomName.Create("room");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Settings_and_charts_are_replaced_and_a_player_is_kept_from_being_ready()
    {
        using var folder = new ServiceFolder().WithPlugin("echo", RepositoryFiles.Guest("echo"), Manifest);
        await using var service = await RunningService.StartAsync(folder);
        service.Phira.AddChart(new PhiraChart(5, "Wanted"));
        service.Phira.AddChart(new PhiraChart(9, "Given"));
        var host = await service.LogInAsync(1, "Ann");
        var player = await service.LogInAsync(2, "Bob", "en-US");

        await AnswerAsync(service, """replace {"max-users": 2, "cycle": true}""");
        Assert.True((await host.CreateRoomAsync(Room, Stop)).IsSuccess);
        await Eventually.IsTrueAsync(() => host.Room is { Cycle: true }, "the creator's game shows that the host rotates");
        Assert.True((await player.JoinRoomAsync(Room, monitor: false, Stop)).IsSuccess);
        Assert.Equal(2, (int)(await service.Api.GetAsync("rooms"))[0]!["maxPlayers"]!);

        await AnswerAsync(service, "replace 9");
        Assert.True((await host.SelectChartAsync(5, Stop)).IsSuccess);
        await Eventually.IsTrueAsync(() => player.Room is { Chart: 9 }, "everybody is shown the other chart");

        await AnswerAsync(service, "replace 404");
        Assert.Equal("插件“echo”出错，此操作已被拒绝。", (await host.SelectChartAsync(5, Stop)).Error);

        await AnswerAsync(service, "cancel warm up first");
        Assert.True((await host.RequestStartAsync(Stop)).IsSuccess);
        Assert.Equal("warm up first", (await player.ReadyAsync(Stop)).Error);
        await AnswerAsync(service, "proceed");
        Assert.True((await player.ReadyAsync(Stop)).IsSuccess);
        Assert.Empty(host.Violations.Concat(player.Violations));
    }

    private static async Task AnswerAsync(RunningService service, string outcome) =>
        Assert.Equal("done", (string?)(await service.Api.PostAsync("commands/echo:echo/invoke", new { arguments = $"outcome {outcome}" }))["output"]);
}
