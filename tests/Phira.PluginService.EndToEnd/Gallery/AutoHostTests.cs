using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Simulation.Api;
using Phira.PluginService.Simulation.Client;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd.Gallery;

/// <summary>The plugin auto-host, with Ann (Chinese), Bob and Cid (English) in a room that Ann opened.</summary>
public sealed class AutoHostTests : IAsyncLifetime
{
    private const int Chart = 9;
    private static readonly RoomName RoomName = RoomName.Create("party");

    private readonly ServiceFolder _folder = new ServiceFolder().WithGallery("auto-host");
    private RunningService _service = null!;
    private PhiraClient _ann = null!;
    private PhiraClient _bob = null!;
    private PhiraClient _cid = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await RunningService.StartAsync(_folder);
        await _service.Api.WaitUntilRunningAsync("auto-host");
        _service.Phira.AddChart(new PhiraChart(Chart, "Glaciaxion"));
        _ann = await _service.LogInAsync(1, "Ann");
        _bob = await _service.LogInAsync(2, "Bob", "en-US");
        _cid = await _service.LogInAsync(3, "Cid", "en-US");
        Assert.True((await _ann.CreateRoomAsync(RoomName, Stop)).IsSuccess);
        Assert.True((await _bob.JoinRoomAsync(RoomName, cancellationToken: Stop)).IsSuccess);
        Assert.True((await _cid.JoinRoomAsync(RoomName, cancellationToken: Stop)).IsSuccess);
        await _ann.AsksUntilAsync("/queue", "房主顺序：1. Ann  2. Bob  3. Cid");
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task After_a_round_the_next_player_is_host()
    {
        Assert.True((await _ann.SelectChartAsync(Chart, Stop)).IsSuccess);
        Assert.True((await _ann.RequestStartAsync(Stop)).IsSuccess);
        Assert.True((await _bob.ReadyAsync(Stop)).IsSuccess);
        Assert.True((await _cid.ReadyAsync(Stop)).IsSuccess);
        foreach (var player in new[] { _ann, _bob, _cid })
        {
            await player.WaitForMessageAsync<StartPlayingMessage>(cancellationToken: Stop);
            Assert.True((await player.AbortAsync(Stop)).IsSuccess);
        }

        await _cid.WaitForMessageAsync<NewHostMessage>(message => message.User == 2, Stop);
        await _cid.ReadsAsync("Bob is host now");
        await _ann.ReadsAsync("轮到 Bob 当房主");
        await _bob.AsksUntilAsync("/queue", "Order of hosts: 1. Bob  2. Cid  3. Ann");
    }

    [Fact]
    public async Task When_the_host_leaves_it_is_the_turn_of_the_next_one()
    {
        Assert.True((await _ann.LeaveRoomAsync(Stop)).IsSuccess);

        await _bob.WaitForRoomAsync(room => room!.IsHost, Stop);
        await _bob.AsksUntilAsync("/queue", "Order of hosts: 1. Bob  2. Cid");
    }

    [Fact]
    public async Task The_others_vote_the_host_out_and_a_changed_share_applies_at_once()
    {
        await _service.Api.ChangeConfigAsync("auto-host", values => values["skip_percent"] = 100);

        await _bob.TypesAsync("/skip");
        await _ann.ReadsAsync("Bob 投票跳过房主（1/2）");
        await _bob.TypesAsync("/skip");
        await _cid.ReadsAsync("Bob votes to skip the host (1/2)");
        Assert.True(_ann.Room!.IsHost);
        await _cid.TypesAsync("/skip");

        await _cid.ReadsAsync("Bob is host now");
        await _bob.WaitForRoomAsync(room => room!.IsHost, Stop);
    }

    [Fact]
    public async Task The_host_passes_the_role_on_without_a_vote()
    {
        await _ann.TypesAsync("/skip");

        await _ann.ReadsAsync("已把房主交给下一位");
        await _bob.WaitForRoomAsync(room => room!.IsHost, Stop);
    }

    [Fact]
    public async Task Nobody_votes_while_players_get_ready()
    {
        Assert.True((await _ann.SelectChartAsync(Chart, Stop)).IsSuccess);
        Assert.True((await _ann.RequestStartAsync(Stop)).IsSuccess);

        await _bob.TypesAsync("/skip");

        await _bob.ReadsAsync("The host cannot change while players get ready");
    }

    [Fact]
    public async Task A_countdown_starts_the_round()
    {
        Assert.True((await _ann.SelectChartAsync(Chart, Stop)).IsSuccess);

        await _ann.TypesAsync("/start 1");

        await _bob.ReadsAsync("Starts in 1 second");
        await _cid.WaitForMessageAsync<GameStartMessage>(cancellationToken: Stop);
    }

    [Fact]
    public async Task A_countdown_can_be_stopped_and_needs_a_chart_and_a_sensible_time()
    {
        await _ann.TypesAsync("/start 601");
        await _ann.ReadsAsync("“601”不是 1 到 600 的秒数");
        await _ann.TypesAsync("/start 600");
        await _ann.TypesAsync("/start stop");
        await _bob.ReadsAsync("The host cancelled the countdown");
        await _ann.TypesAsync("/start stop");
        await _ann.ReadsAsync("没有倒计时");

        await _ann.TypesAsync("/start 1");
        await _cid.ReadsAsync("Cannot start: no chart is selected");
    }

    [Fact]
    public async Task Only_the_host_starts_a_countdown()
    {
        await _bob.TypesAsync("/start 1");

        await _bob.ReadsAsync("/start");
        Assert.DoesNotContain(_ann.HasRead(), text => text.Contains("秒后开始", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_does_not_get_ready_is_removed_and_the_others_play()
    {
        Assert.True((await _ann.SelectChartAsync(Chart, Stop)).IsSuccess);
        Assert.True((await _ann.RequestStartAsync(Stop)).IsSuccess);
        await GetReadyAsync(_bob);
        await EndTimeToGetReadyAsync();

        await _cid.ReadsAsync("You did not get ready in time");
        Assert.Equal(CloseReason.ByServer, await _cid.Closed);
        await _ann.ReadsAsync("Cid 没有准备，已被移出房间");
        await _bob.WaitForMessageAsync<StartPlayingMessage>(cancellationToken: Stop);
    }

    [Fact]
    public async Task A_host_who_was_appointed_in_the_ready_phase_and_does_not_get_ready_is_removed()
    {
        Assert.True((await _ann.SelectChartAsync(Chart, Stop)).IsSuccess);
        Assert.True((await _ann.RequestStartAsync(Stop)).IsSuccess);
        Assert.True((await _ann.LeaveRoomAsync(Stop)).IsSuccess);
        var appointed = await _cid.WaitForMessageAsync<NewHostMessage>(cancellationToken: Stop);
        var (host, other) = appointed.User == 2 ? (_bob, _cid) : (_cid, _bob);
        await GetReadyAsync(other);
        await EndTimeToGetReadyAsync();

        await host.ReadsAsync("You did not get ready in time");
        Assert.Equal(CloseReason.ByServer, await host.Closed);
        await other.WaitForMessageAsync<StartPlayingMessage>(cancellationToken: Stop);
    }

    [Fact]
    public async Task A_player_whose_connection_is_lost_is_passed_over()
    {
        _bob.Drop();
        await Eventually.IsTrueAsync(
            async () => (await _service.Api.GetAsync("users")).AsArray().Any(user => (int)user!["id"]! == 2 && !(bool)user["connected"]!), "Bob is gone");

        await _ann.TypesAsync("/skip");

        await _cid.WaitForRoomAsync(room => room!.IsHost, Stop);
        await _cid.ReadsAsync("Cid is host now");
        await _cid.TypesAsync("/queue");
        await _cid.ReadsAsync("Order of hosts: 1. Cid  2. Bob  3. Ann");
    }

    [Fact]
    public async Task A_changed_prefix_applies_to_rooms_that_are_open()
    {
        await _service.Api.ChangeConfigAsync("auto-host", values => values["room_prefix"] = "auto-");
        await _bob.TypesAsync("/queue");
        await _bob.ReadsAsync("The host of this room is not rotated automatically");

        await _service.Api.ChangeConfigAsync("auto-host", values => values["room_prefix"] = "par");

        await _bob.TypesAsync("/queue");
        await _bob.ReadsAsync("Order of hosts: 1. Ann  2. Bob  3. Cid");
    }

    [Fact]
    public async Task A_round_with_too_few_players_does_not_begin()
    {
        await _service.Api.ChangeConfigAsync("auto-host", values => values["min_players"] = 4);
        Assert.True((await _ann.SelectChartAsync(Chart, Stop)).IsSuccess);

        Assert.Equal("至少需要 4 名玩家，现在有 3 名", (await _ann.RequestStartAsync(Stop)).Error);

        await _service.Api.ChangeConfigAsync("auto-host", values => values["min_players"] = 3);
        Assert.True((await _ann.RequestStartAsync(Stop)).IsSuccess);
    }

    [Fact]
    public async Task The_order_outlives_a_reload()
    {
        await _ann.TypesAsync("/skip");
        await _ann.ReadsAsync("轮到 Bob 当房主");

        await _service.Api.PostAsync("plugins/auto-host/reload");

        await _cid.AsksUntilAsync("/queue", "Order of hosts: 1. Bob  2. Cid  3. Ann");
    }

    [Fact]
    public async Task Rooms_of_other_names_are_left_alone()
    {
        await _service.Api.ChangeConfigAsync("auto-host", values => values["room_prefix"] = "auto-");
        var dan = await _service.LogInAsync(4, "Dan", "en-US");
        Assert.True((await dan.CreateRoomAsync(RoomName.Create("mine"), Stop)).IsSuccess);

        await dan.TypesAsync("/queue");

        await dan.ReadsAsync("The host of this room is not rotated automatically");
    }

    // The plugin answers the command after it has heard that the player is ready.
    private static async Task GetReadyAsync(PhiraClient player)
    {
        Assert.True((await player.ReadyAsync(Stop)).IsSuccess);
        await player.TypesAsync("/queue");
        await player.ReadsAsync("Order of hosts");
    }

    private async Task EndTimeToGetReadyAsync() => await _service.Api.ChangeConfigAsync("auto-host", values => values["ready_seconds"] = 1);
}
