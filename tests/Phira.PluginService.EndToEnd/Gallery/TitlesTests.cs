using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Simulation.Api;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.EndToEnd.Gallery;

/// <summary>The plugin titles, with Ann (Chinese) and Bob (English) in a room.</summary>
public sealed class TitlesTests : IAsyncLifetime
{
    private const int Chart = 9;
    private static readonly RoomName RoomName = RoomName.Create("party");

    private readonly ServiceFolder _folder = new ServiceFolder().WithGallery("titles");
    private RunningService _service = null!;
    private PhiraClient _ann = null!;
    private PhiraClient _bob = null!;
    private int _records = 100;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_best_score_of_a_round_takes_the_title_and_the_room_is_told()
    {
        await PlayAsync(annScore: 900_000, bobScore: 950_000);

        await _ann.ReadsAsync("Bob 以 950000 分成为 Glaciaxion 的擂主");
        await _bob.ReadsAsync("Bob takes the title of Glaciaxion with 950000");
        await _ann.TypesAsync("/title");
        await _ann.ReadsAsync("Glaciaxion 的擂主：Bob，950000 分，准确率 98.50%");
        await _bob.TypesAsync("/title 9");
        await _bob.ReadsAsync("Bob holds Glaciaxion: 950000, accuracy 98.50%");
        await _bob.TypesAsync("/titles");
        await _bob.ReadsAsync("Most titles: 1. Bob 1");
    }

    [Fact]
    public async Task Only_a_better_play_takes_a_title_from_its_holder_and_it_outlives_a_restart()
    {
        await PlayAsync(annScore: 900_000, bobScore: 850_000);
        await _bob.ReadsAsync("Ann takes the title");
        await PlayAsync(annScore: 0, bobScore: 900_000);
        await _service.UntilTakenAsync("titles", _ann, _bob);
        await _bob.TypesAsync("/title 9");
        await _bob.ReadsAsync("Ann holds Glaciaxion: 900000");
        await _service.StopAsync();
        await _service.DisposeAsync();
        await StartAsync();

        await PlayAsync(annScore: 0, bobScore: 900_001);

        await _bob.ReadsAsync("Bob takes the title of Glaciaxion from Ann (900000) with 900001");
        await PlayAsync(annScore: 0, bobScore: 1_000_000);
        await _bob.ReadsAsync("Bob beats their own record of Glaciaxion: 1000000");
    }

    [Fact]
    public async Task Low_scores_take_no_title_and_a_changed_configuration_applies_to_the_next_round()
    {
        await PlayAsync(annScore: 700_000, bobScore: 600_000);
        await _service.UntilTakenAsync("titles", _ann, _bob);
        await _ann.TypesAsync("/title");
        await _ann.ReadsAsync("谱面 9 还没有擂主");

        await _service.Api.ChangeConfigAsync("titles", values => (values["min_score"], values["announce"]) = (0, "all"));
        var cid = await _service.LogInAsync(3, "Cid", "en-US");
        await PlayAsync(annScore: 700_000, bobScore: 600_000);

        await cid.ReadsAsync("Ann takes the title of Glaciaxion with 700000");
    }

    [Fact]
    public async Task With_the_plugin_playtime_the_time_of_the_holder_is_shown()
    {
        await _service.DisposeAsync();
        _folder.WithGallery("playtime");
        await StartAsync();
        await _service.UntilTakenAsync("playtime", _ann, _bob);

        await PlayAsync(annScore: 900_000, bobScore: 850_000);

        await _bob.ReadsAsync("Ann (0 minutes played) takes the title of Glaciaxion with 900000");
    }

    [Fact]
    public async Task A_winner_who_has_left_the_server_takes_the_title()
    {
        await BeginAsync();
        await PlayedAsync(_ann, 1, 900_000);
        await _service.Api.TryPostAsync("users/1/kick", new { reason = "test" });
        await _ann.Closed;

        await PlayedAsync(_bob, 2, 800_000);

        await _bob.ReadsAsync("Ann takes the title of Glaciaxion with 900000");
    }

    [Fact]
    public async Task A_winner_who_has_left_the_server_keeps_the_name_over_a_reload()
    {
        await BeginAsync();
        await PlayedAsync(_ann, 1, 900_000);
        await _service.Api.TryPostAsync("users/1/kick", new { reason = "test" });
        await _ann.Closed;
        await _service.Api.PostAsync("plugins/titles/reload");

        await PlayedAsync(_bob, 2, 800_000);

        await _bob.ReadsAsync("Ann takes the title of Glaciaxion with 900000");
    }

    [Theory]
    [InlineData("room")]
    [InlineData("all")]
    public async Task Everybody_is_told_also_when_the_host_takes_few_messages_at_once(string announce)
    {
        await _service.DisposeAsync();
        await StartAsync(("PHIRA_PLUGINS__MESSAGES_PER_SECOND", "1"));
        await _service.Api.ChangeConfigAsync("titles", values => values["announce"] = announce);
        var others = new List<PhiraClient>();
        for (var id = 3; id <= 6; id++)
        {
            var other = await _service.LogInAsync(id, $"Player {id}", "fr");
            Assert.True((await other.JoinRoomAsync(RoomName, cancellationToken: Stop)).IsSuccess);
            others.Add(other);
        }

        await _service.PlayAsync(8, [(_ann, 900_000), (_bob, 850_000), .. others.Select(other => (other, (int?)null))]);

        foreach (var other in others)
        {
            await other.ReadsAsync("Ann takes the title of Chart 8 with 900000");
        }
    }

    [Fact]
    public async Task What_is_no_chart_is_refused()
    {
        await _bob.TypesAsync("/title x");

        await _bob.ReadsAsync("Usage: /title");
    }

    private async Task StartAsync(params (string Name, string Value)[] settings)
    {
        _service = await RunningService.StartAsync(_folder, settings);
        await _service.Api.WaitUntilRunningAsync("titles");
        _service.Phira.AddChart(new PhiraChart(Chart, "Glaciaxion"));
        _ann = await _service.LogInAsync(1, "Ann");
        _bob = await _service.LogInAsync(2, "Bob", "en-US");
        Assert.True((await _ann.CreateRoomAsync(RoomName, Stop)).IsSuccess);
        Assert.True((await _bob.JoinRoomAsync(RoomName, cancellationToken: Stop)).IsSuccess);
    }

    private async Task PlayAsync(int annScore, int bobScore)
    {
        await BeginAsync();
        await PlayedAsync(_ann, 1, annScore);
        await PlayedAsync(_bob, 2, bobScore);
    }

    private async Task BeginAsync()
    {
        Assert.True((await _ann.SelectChartAsync(Chart, Stop)).IsSuccess);
        Assert.True((await _ann.RequestStartAsync(Stop)).IsSuccess);
        Assert.True((await _bob.ReadyAsync(Stop)).IsSuccess);
    }

    private async Task PlayedAsync(PhiraClient player, int id, int score)
    {
        var record = _service.Phira.AddRecord(new PhiraRecord { Id = ++_records, Player = id, Chart = Chart, Score = score, Accuracy = 0.985f });
        Assert.True((await player.PlayedAsync(record, Stop)).IsSuccess);
    }
}
