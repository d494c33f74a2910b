using System.Text.Json.Nodes;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Simulation.Api;
using Phira.PluginService.Simulation.Client;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd.Gallery;

/// <summary>The plugin playtime, and a plugin that asks it, with Ann (Chinese) and Bob (English) in a room.</summary>
public sealed class PlaytimeTests : IAsyncLifetime
{
    private const int Chart = 9;

    private const string Asking = """
        name = "titles"
        version = "1.0.0"
        abi_version = "1.0.0"

        [permissions]
        register_commands = true
        call_services = { playtime = true }

        [optional-dependencies]
        playtime = "^1"
        """;

    private readonly ServiceFolder _folder = new ServiceFolder().WithGallery("playtime").WithPlugin("titles", RepositoryFiles.Guest("echo"), Asking);
    private RunningService _service = null!;
    private PhiraClient _ann = null!;
    private PhiraClient _bob = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await RunningService.StartAsync(_folder);
        await _service.Api.WaitUntilRunningAsync("playtime");
        _service.Phira.AddChart(new PhiraChart(Chart, "Glaciaxion"));
        _ann = await _service.LogInAsync(1, "Ann");
        _bob = await _service.LogInAsync(2, "Bob", "en-US");
        Assert.True((await _ann.CreateRoomAsync(RoomName.Create("party"), Stop)).IsSuccess);
        Assert.True((await _bob.JoinRoomAsync(RoomName.Create("party"), cancellationToken: Stop)).IsSuccess);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_player_reads_visits_and_time_in_their_own_language()
    {
        await _ann.AsksUntilAsync("/playtime", "Ann：第 1 次来访，在线 ");
        await _bob.AsksUntilAsync("/playtime", "Bob: visit 1, online ");

        await _bob.TypesAsync("/playtime nonsense");
        await _bob.ReadsAsync("Usage: /playtime or /playtime top");
    }

    [Fact]
    public async Task After_a_round_its_players_are_ranked_and_another_plugin_hears_of_it()
    {
        await _ann.TypesAsync("/playtime top");
        await _ann.ReadsAsync("还没有人玩过");

        await PlayAsync();

        await Eventually.IsTrueAsync(async () => (await AskAsync("top", """{\"limit\":5}"""))!.AsArray().Count == 2, "both are ranked");
        await _bob.TypesAsync("/playtime top");
        await _bob.ReadsAsync("Longest time played:");
        var ranking = await _bob.ReadsAsync("1. ") + await _bob.ReadsAsync("2. ");
        Assert.Contains("Ann", ranking, StringComparison.Ordinal);
        Assert.Contains("Bob", ranking, StringComparison.Ordinal);
        var ann = (await AskAsync("playtime", """{\"user\":1}"""))!;
        Assert.Equal(("Ann", 1, 0), ((string?)ann["name"], (int)ann["visits"]!, (int)ann["rounds"]!));
        Assert.Null(await AskAsync("playtime", """{\"user\":99}"""));
    }

    [Fact]
    public async Task A_question_that_the_schema_does_not_allow_is_refused_with_its_place()
    {
        var answer = await CallAsync("playtime", """{\"user\":\"Ann\"}""");

        Assert.Contains("$.user must be of type integer, not string.", (string?)answer["err"]!["invalid-argument"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_counted_is_there_after_a_reload()
    {
        await _ann.AsksUntilAsync("/playtime", "Ann：第 1 次来访");
        await _service.Api.PostAsync("plugins/playtime/reload", new { });

        await _ann.TypesAsync("/playtime");

        await _ann.ReadsAsync("Ann：第 1 次来访");
        Assert.Equal("Ann", (string?)(await AskAsync("playtime", """{\"user\":1}"""))!["name"]);
    }

    private async Task PlayAsync()
    {
        Assert.True((await _ann.SelectChartAsync(Chart, Stop)).IsSuccess);
        Assert.True((await _ann.RequestStartAsync(Stop)).IsSuccess);
        Assert.True((await _bob.ReadyAsync(Stop)).IsSuccess);
        foreach (var player in new[] { _ann, _bob })
        {
            await player.WaitForMessageAsync<StartPlayingMessage>(cancellationToken: Stop);
            Assert.True((await player.AbortAsync(Stop)).IsSuccess);
        }
    }

    /// <summary>Lets the other plugin call a service of playtime.</summary>
    private async Task<JsonNode> CallAsync(string service, string argument) => JsonNode.Parse(
        (string)(await _service.Api.PostAsync(
            "commands/titles:echo/invoke", new { arguments = $"""call services.call ["playtime", "{service}", "{argument}"]""" }))["output"]!)!;

    private async Task<JsonNode?> AskAsync(string service, string argument) => JsonNode.Parse((string)(await CallAsync(service, argument))["ok"]!);
}
