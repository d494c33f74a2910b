using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.EndToEnd.Gallery;

public sealed class RoomAnnouncerTests
{
    private const string Often = "interval_secs = 1";

    private const string Seldom = """
        interval_secs = 3600
        page_size = 2
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Players_without_a_room_read_which_rooms_opened_in_their_language()
    {
        using var folder = new ServiceFolder().WithGallery("room-announcer", Often);
        await using var service = await RunningService.StartAsync(folder);
        var host = await HostAsync(service, 1, "alpha");
        var chinese = await service.LogInAsync(2, "Ben");
        var english = await service.LogInAsync(3, "Cleo", "en-US");
        await HostAsync(service, 4, "beta");

        var inChinese = await AnnouncementAsync(chinese, "beta");
        var inEnglish = await AnnouncementAsync(english, "beta");

        Assert.Matches("^新房间：.*beta \\(1/\\d+\\)。发送 /roomlist 查看全部。$", inChinese);
        Assert.Matches("^New rooms: .*beta \\(1/\\d+\\)\\. /roomlist lists all\\.$", inEnglish);
        Assert.DoesNotContain(host.Received.OfType<MessageCommand>(), frame => frame.Message is ChatMessage { User: 0 });
    }

    [Fact]
    public async Task Rooms_that_open_within_the_interval_are_announced_together_without_hidden_and_closed_ones()
    {
        using var folder = new ServiceFolder().WithGallery("room-announcer", Seldom);
        await using var service = await RunningService.StartAsync(folder);
        var reader = await service.LogInAsync(1, "Ann", "en-US");
        await HostAsync(service, 2, "_secret");
        await HostAsync(service, 3, "-private");
        var gone = await HostAsync(service, 4, "gone");
        Assert.True((await (await HostAsync(service, 5, "locked")).LockRoomAsync(true, Stop)).IsSuccess);
        Assert.True((await gone.LeaveRoomAsync(Stop)).IsSuccess);
        await HostAsync(service, 6, "first");
        await HostAsync(service, 7, "second");
        await service.Api.ChangeConfigAsync("room-announcer", config => config["interval_secs"] = 1);

        var text = await AnnouncementAsync(reader, "second");

        Assert.Matches("^New rooms: first \\(1/\\d+\\), second \\(1/\\d+\\)\\.", text);
    }

    [Fact]
    public async Task The_list_shows_public_rooms_page_by_page_in_the_callers_language()
    {
        using var folder = new ServiceFolder().WithGallery("room-announcer", Seldom);
        await using var service = await RunningService.StartAsync(folder);
        var host = await HostAsync(service, 1, "alpha");
        await HostAsync(service, 2, "_secret");
        Assert.True((await (await HostAsync(service, 3, "beta")).LockRoomAsync(true, Stop)).IsSuccess);
        var english = await HostAsync(service, 4, "gamma", "en-US");

        Assert.Matches(
            "^房间列表，第 1/2 页：\nalpha \\(1/\\d+\\) · 选谱中\nbeta \\(1/\\d+\\) · 选谱中 · 已锁定$", await AnswerAsync(host, "/roomlist", "beta"));
        Assert.Matches("^Rooms, page 2 of 2:\ngamma \\(1/\\d+\\) · choosing a chart$", await AnswerAsync(english, "/roomlist 2", "gamma"));
        Assert.Contains("The page is a number", await AnswerAsync(english, "/roomlist x", "page is"), StringComparison.Ordinal);
        Assert.Contains("alpha", (string)(await service.Api.PostAsync("commands/roomlist/invoke"))["output"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Announcements_can_be_switched_off_while_rooms_wait_for_one()
    {
        using var folder = new ServiceFolder().WithGallery("room-announcer", Seldom);
        await using var service = await RunningService.StartAsync(folder);
        var reader = await service.LogInAsync(1, "Ann");
        await HostAsync(service, 2, "alpha");

        await service.Api.ChangeConfigAsync("room-announcer", config => config["announce"] = false);
        var beta = await HostAsync(service, 3, "beta");
        await service.UntilTakenAsync("room-announcer", beta);
        await service.Api.ChangeConfigAsync("room-announcer", config => (config["announce"], config["interval_secs"]) = (true, 1));
        await HostAsync(service, 4, "gamma");

        Assert.Matches("^新房间：gamma \\(1/\\d+\\)。", await AnnouncementAsync(reader, "新房间"));
    }

    [Fact]
    public async Task Everybody_is_told_also_when_the_host_takes_few_messages_at_once()
    {
        using var folder = new ServiceFolder().WithGallery("room-announcer", Often);
        await using var service = await RunningService.StartAsync(folder, ("PHIRA_PLUGINS__MESSAGES_PER_SECOND", "1"));
        var readers = new List<PhiraClient>();
        for (var id = 1; id <= 5; id++)
        {
            readers.Add(await service.LogInAsync(id, $"reader {id}"));
        }

        await HostAsync(service, 6, "alpha");

        foreach (var reader in readers)
        {
            Assert.Matches("^新房间：alpha", await AnnouncementAsync(reader, "alpha"));
        }
    }

    private static async Task<PhiraClient> HostAsync(RunningService service, int id, string room, string language = "zh-CN")
    {
        var player = await service.LogInAsync(id, $"player {id}", language);
        Assert.True((await player.CreateRoomAsync(RoomName.Create(room), Stop)).IsSuccess);
        return player;
    }

    private static async Task<string> AnnouncementAsync(PhiraClient player, string about) =>
        (await player.WaitForMessageAsync<ChatMessage>(
            message => message.User == 0 && message.Content.Contains(about, StringComparison.Ordinal), Stop)).Content;

    // Each line of an answer is a message of its own.
    private static async Task<string> AnswerAsync(PhiraClient player, string command, string lastLine)
    {
        player.TakeReceived();
        await player.TypesAsync(command);
        await AnnouncementAsync(player, lastLine);
        var messages = player.Received.OfType<MessageCommand>().Select(frame => frame.Message).OfType<ChatMessage>();
        return string.Join('\n', messages.Select(message => message.Content).Where(text => !GameChat.IsStillRunning(text)));
    }
}
