using System.Text.Json.Nodes;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.EndToEnd.Gallery;

public sealed class RoomNamesTests
{
    private const string Rules = """
        min_length = 3
        allow_hidden = false
        forbidden = ["ugly"]
        reserved = ["official-*", "lobby"]
        reserved_for = [1]
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Refusals => new()
    {
        { "ab", "本服务器的房间名至少需要 3 个字符。", "The name of a room needs at least 3 characters here." },
        { "_mine", "本服务器的房间名不能以 - 或 _ 开头。", "The name of a room must not begin with - or _ here." },
        { "so-UGLY", "房间名中含有本服务器不允许的词语。", "This name contains a word that is not allowed on this server." },
        { "Official-7", "这个房间名是保留名称，请换一个。", "This name is reserved. Please choose another one." },
        { "lobby", "这个房间名是保留名称，请换一个。", "This name is reserved. Please choose another one." },
    };

    [Fact]
    public async Task A_name_that_breaks_a_rule_is_refused_and_the_player_reads_which_in_their_language()
    {
        using var folder = new ServiceFolder().WithGallery("room-names", Rules);
        await using var service = await RunningService.StartAsync(folder);
        var chinese = await service.LogInAsync(2, "Ben");
        var english = await service.LogInAsync(3, "Cleo", "en-US");

        foreach (var (name, inChinese, inEnglish) in Refusals.Select(row => row.Data))
        {
            Assert.Equal(inChinese, await RefusalAsync(chinese, name));
            Assert.Equal(inEnglish, await RefusalAsync(english, name));
        }

        Assert.Empty((await service.Api.GetAsync("rooms")).AsArray());
        Assert.Null(await RefusalAsync(english, "lobby-1"));
    }

    [Fact]
    public async Task Who_may_use_reserved_names_keeps_to_the_other_rules_all_the_same()
    {
        using var folder = new ServiceFolder().WithGallery("room-names", Rules);
        await using var service = await RunningService.StartAsync(folder);
        var player = await service.LogInAsync(1, "Ann", "en-US");

        Assert.NotNull(await RefusalAsync(player, "official-ugly"));
        Assert.Null(await RefusalAsync(player, "official-1"));
    }

    [Fact]
    public async Task Rules_that_an_administrator_changes_apply_to_the_next_room()
    {
        using var folder = new ServiceFolder().WithGallery("room-names", Rules);
        await using var service = await RunningService.StartAsync(folder);
        var player = await service.LogInAsync(2, "Ben");
        Assert.NotNull(await RefusalAsync(player, "lobby"));

        await service.Api.ChangeConfigAsync("room-names", config => config["reserved"] = new JsonArray("club-*"));

        Assert.NotNull(await RefusalAsync(player, "club-1"));
        Assert.Null(await RefusalAsync(player, "lobby"));
    }

    [Fact]
    public async Task As_delivered_every_name_is_allowed()
    {
        using var folder = new ServiceFolder().WithGallery("room-names");
        await using var service = await RunningService.StartAsync(folder);

        Assert.Null(await RefusalAsync(await service.LogInAsync(2, "Ben"), "_"));
    }

    private static async Task<string?> RefusalAsync(PhiraClient player, string room) => (await player.CreateRoomAsync(RoomName.Create(room), Stop)).Error;
}
