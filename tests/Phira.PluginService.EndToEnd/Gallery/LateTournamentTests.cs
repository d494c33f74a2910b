using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Simulation.Api;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.EndToEnd.Gallery;

/// <summary>The plugin tournament on a server that waits for plugins too shortly to hear all of its answers. Ann and Bob take part, Eve does not.</summary>
public sealed class LateTournamentTests : IAsyncLifetime
{
    private static readonly RoomName Cup = RoomName.Create("cup");

    private readonly ServiceFolder _folder = new ServiceFolder().WithGallery("tournament", """
        rooms = ["cup"]
        players = [1, 2]
        charts = [8]
        scoring = "sum"
        best_of = 2
        """);

    private RunningService _service = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await RunningService.StartAsync(_folder, ("PHIRA_EVENTS__EVENT_DEADLINE_MS", "1"));
        await _service.Api.WaitUntilRunningAsync("tournament");
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Players_of_other_rooms_do_not_notice()
    {
        _service.Phira.AddChart(new PhiraChart(7, "Rrhar'il"));
        var ann = await _service.LogInAsync(1, "Ann");
        var eve = await _service.LogInAsync(3, "Eve");
        Assert.Null((await ann.CreateRoomAsync(Cup, Stop)).Error);
        var bob = await _service.LogInAsync(2, "Bob");

        for (var round = 0; round < 20; round++)
        {
            var room = RoomName.Create($"other-{round}");
            Assert.Null((await eve.CreateRoomAsync(room, Stop)).Error);
            Assert.Null((await bob.JoinRoomAsync(room, cancellationToken: Stop)).Error);
            Assert.Null((await eve.SelectChartAsync(7, Stop)).Error);
            Assert.Null((await bob.LeaveRoomAsync(Stop)).Error);
            Assert.Null((await eve.LeaveRoomAsync(Stop)).Error);
        }
    }

    [Fact]
    public async Task Who_is_not_on_the_list_is_refused_or_removed_all_the_same()
    {
        var ann = await _service.LogInAsync(1, "Ann");
        Assert.Null((await ann.CreateRoomAsync(Cup, Stop)).Error);
        var eve = await _service.LogInAsync(3, "Eve", "en-US");

        await AssertKeptOutAsync(eve, (await eve.JoinRoomAsync(Cup, cancellationToken: Stop)).Error);
    }

    [Fact]
    public async Task A_room_that_somebody_else_opens_is_refused_or_closed_all_the_same()
    {
        var eve = await _service.LogInAsync(3, "Eve", "en-US");

        await AssertKeptOutAsync(eve, (await eve.CreateRoomAsync(Cup, Stop)).Error);
    }

    private static async Task AssertKeptOutAsync(PhiraClient player, string? refusal)
    {
        if (refusal is null)
        {
            Assert.Equal(CloseReason.ByServer, await player.Closed);
        }
    }
}
