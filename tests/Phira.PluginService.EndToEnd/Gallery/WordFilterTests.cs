using System.Text.Json.Nodes;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.EndToEnd.Gallery;

public sealed class WordFilterTests
{
    private const string Refusing = """
        words = ["坏话", "bad"]
        action = "refuse"
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_of_the_list_are_masked_for_everybody_in_the_room()
    {
        using var folder = new ServiceFolder().WithGallery("word-filter", """
            words = ["坏话", "bad", "very bad"]
            mask = "#"
            """);
        await using var service = await RunningService.StartAsync(folder);
        var (writer, reader) = await RoomOfTwoAsync(service);

        // Written, and what is read. A word of Latin letters is found as a whole word only; other words also with spaces and signs within.
        foreach (var (written, read) in new[]
        {
            ("好话 🎮 fine", "好话 🎮 fine"),
            ("说坏话！", "说##！"),
            ("坏 话，坏*话，坏·话", "###，###，###"),
            ("坏\u034F话，坏\u3164话", "###，###"),
            ("BAD ｂａｄ Bad!", "### ### ###!"),
            ("badge, b ad, forbad, very bad", "badge, b ad, forbad, ########"),
        })
        {
            Assert.True((await writer.ChatAsync(written, Stop)).IsSuccess, written);
            var message = await reader.WaitForMessageAsync<ChatMessage>(message => message.User == 1, Stop);
            Assert.Equal(read, message.Content);
            reader.TakeReceived();
        }
    }

    [Theory]
    [InlineData("zh-CN", "未发送：消息中含有本服务器不允许的词语。")]
    [InlineData("en-US", "Not sent: the message contains a word that is not allowed on this server.")]
    public async Task A_refused_message_reaches_nobody_and_the_writer_reads_why_in_their_language(string language, string reason)
    {
        using var folder = new ServiceFolder().WithGallery("word-filter", Refusing);
        await using var service = await RunningService.StartAsync(folder);
        var (writer, reader) = await RoomOfTwoAsync(service, language);

        Assert.Equal(reason, (await writer.ChatAsync("坏话", Stop)).Error);
        Assert.True((await writer.ChatAsync("hello", Stop)).IsSuccess);

        Assert.Equal("hello", (await reader.WaitForMessageAsync<ChatMessage>(message => message.User == 1, Stop)).Content);
    }

    [Fact]
    public async Task A_list_that_an_administrator_changes_applies_to_the_next_message_without_a_reload()
    {
        using var folder = new ServiceFolder().WithGallery("word-filter", Refusing);
        await using var service = await RunningService.StartAsync(folder);
        var (writer, _) = await RoomOfTwoAsync(service);
        var history = (await service.Api.GetAsync("plugins/word-filter/transitions?count=100")).ToJsonString();

        await service.Api.ChangeConfigAsync("word-filter", config => config["words"] = new JsonArray("worse"));

        Assert.True((await writer.ChatAsync("bad", Stop)).IsSuccess);
        Assert.False((await writer.ChatAsync("worse", Stop)).IsSuccess);
        Assert.Equal(history, (await service.Api.GetAsync("plugins/word-filter/transitions?count=100")).ToJsonString());
    }

    [Fact]
    public async Task A_list_that_cannot_be_used_is_refused_and_the_one_before_stays()
    {
        using var folder = new ServiceFolder().WithGallery("word-filter", Refusing);
        await using var service = await RunningService.StartAsync(folder);
        var (writer, _) = await RoomOfTwoAsync(service);

        foreach (var wrong in (string[])["""{ "words": "bad" }""", """{ "words": [1] }""", """{ "action": "shout" }""", """{ "mask": "" }"""])
        {
            Assert.NotNull(await service.Api.RefusalAsync("plugins/word-filter/config", HttpMethod.Put, new { values = JsonNode.Parse(wrong) }));
        }

        Assert.False((await writer.ChatAsync("bad", Stop)).IsSuccess);
    }

    private static async Task<(PhiraClient Writer, PhiraClient Reader)> RoomOfTwoAsync(RunningService service, string language = "zh-CN")
    {
        var writer = await service.LogInAsync(1, "Ann", language);
        var reader = await service.LogInAsync(2, "Ben");
        Assert.True((await writer.CreateRoomAsync(RoomName.Create("chat"), Stop)).IsSuccess);
        Assert.True((await reader.JoinRoomAsync(RoomName.Create("chat"), cancellationToken: Stop)).IsSuccess);
        return (writer, reader);
    }
}
