using System.Text.Json.Nodes;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Simulation.Api;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.EndToEnd.Gallery;

/// <summary>The plugin chart-rules, with a host who reads Chinese and one who reads English.</summary>
public sealed class ChartRulesTests : IAsyncLifetime
{
    private const int Easy = 5;
    private const int Hard = 16;
    private const int Unrated = 99;

    private readonly ServiceFolder _folder = new ServiceFolder().WithGallery("chart-rules");
    private RunningService _service = null!;
    private PhiraClient _ann = null!;
    private PhiraClient _bob = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await RunningService.StartAsync(_folder);
        await _service.Api.WaitUntilRunningAsync("chart-rules");
        _service.Phira.AddChart(new PhiraChart(Easy, "Easy") { Difficulty = 5 });
        _service.Phira.AddChart(new PhiraChart(Hard, "Hard") { Difficulty = 16.5f });
        _service.Phira.AddChart(new PhiraChart(Unrated, "Unrated") { Difficulty = null });
        _ann = await _service.LogInAsync(1, "Ann");
        _bob = await _service.LogInAsync(2, "Bob", "en-US");
        Assert.True((await _ann.CreateRoomAsync(RoomName.Create("first"), Stop)).IsSuccess);
        Assert.True((await _bob.CreateRoomAsync(RoomName.Create("second"), Stop)).IsSuccess);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Without_rules_every_chart_can_be_chosen()
    {
        foreach (var chart in new[] { Easy, Hard, Unrated })
        {
            Assert.True((await _ann.SelectChartAsync(chart, Stop)).IsSuccess);
        }

        await _bob.TypesAsync("/chart-rules");
        await _bob.ReadsAsync("Every chart can be chosen");
    }

    [Fact]
    public async Task A_chart_outside_of_the_range_is_refused_with_the_reason_in_the_language_of_the_host()
    {
        await ChangeAsync(values => (values["min_difficulty"], values["max_difficulty"]) = (10, 16));

        Assert.Equal("难度 5.0 低于下限 10.0", (await _ann.SelectChartAsync(Easy, Stop)).Error);
        Assert.Equal("Its difficulty 5.0 is below the minimum 10.0", (await _bob.SelectChartAsync(Easy, Stop)).Error);
        Assert.Equal("难度 16.5 高于上限 16.0", (await _ann.SelectChartAsync(Hard, Stop)).Error);
        Assert.Equal("Its difficulty 16.5 is above the maximum 16.0", (await _bob.SelectChartAsync(Hard, Stop)).Error);

        await ChangeAsync(values => values["max_difficulty"] = 17);
        Assert.True((await _ann.SelectChartAsync(Hard, Stop)).IsSuccess);
        await _ann.TypesAsync("/chart-rules");
        await _ann.ReadsAsync("难度不低于 10.0；难度不高于 17.0");
    }

    [Fact]
    public async Task A_chart_without_difficulty_is_allowed_unless_the_configuration_says_otherwise()
    {
        await ChangeAsync(values => values["min_difficulty"] = 10);
        Assert.True((await _bob.SelectChartAsync(Unrated, Stop)).IsSuccess);

        await ChangeAsync(values => values["unknown"] = "refuse");

        Assert.StartsWith("The difficulty or review of this chart is not known", (await _bob.SelectChartAsync(Unrated, Stop)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forbidden_charts_are_refused()
    {
        await ChangeAsync(values => values["deny"] = new JsonArray(Easy));

        Assert.Equal("这张谱面在本服务器上被禁止", (await _ann.SelectChartAsync(Easy, Stop)).Error);
        Assert.True((await _ann.SelectChartAsync(Hard, Stop)).IsSuccess);
    }

    [Fact]
    public async Task A_list_of_allowed_charts_excludes_all_others_and_needs_no_difficulty()
    {
        await ChangeAsync(values =>
        {
            values["allow"] = new JsonArray(Easy);
            values["min_difficulty"] = 10;
        });

        Assert.True((await _bob.SelectChartAsync(Easy, Stop)).IsSuccess);
        Assert.Equal("Only listed charts can be chosen; /chart-rules shows the rules", (await _bob.SelectChartAsync(Hard, Stop)).Error);
    }

    [Fact]
    public async Task Only_reviewed_charts_when_configured()
    {
        await ChangeAsync(values => values["reviewed_only"] = true);

        Assert.Equal("只能选择已通过审核的谱面", (await _ann.SelectChartAsync(Easy, Stop)).Error);
    }

    [Fact]
    public async Task A_range_that_is_empty_is_refused()
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => ChangeAsync(values => (values["min_difficulty"], values["max_difficulty"]) = (12, 10)));

        Assert.Contains("min_difficulty must not exceed max_difficulty", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_unknown_charts_are_refused_none_is_chosen_while_the_plugin_is_late()
    {
        await _service.DisposeAsync();
        _service = await RunningService.StartAsync(_folder, ("PHIRA_EVENTS__EVENT_DEADLINE_MS", "1"));
        await _service.Api.WaitUntilRunningAsync("chart-rules");
        await ChangeAsync(values => (values["min_difficulty"], values["unknown"]) = (10, "refuse"));
        _service.Phira.AddChart(new PhiraChart(Easy, "Easy") { Difficulty = 5 });
        var ann = await _service.LogInAsync(1, "Ann");
        Assert.True((await ann.CreateRoomAsync(RoomName.Create("first"), Stop)).IsSuccess);

        for (var choice = 0; choice < 20; choice++)
        {
            Assert.NotNull((await ann.SelectChartAsync(Easy, Stop)).Error);
        }
    }

    private Task<JsonNode> ChangeAsync(Action<JsonObject> change) => _service.Api.ChangeConfigAsync("chart-rules", change);
}
