using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Simulation.Api;
using Phira.PluginService.Simulation.Client;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd.Gallery;

/// <summary>The plugin onebot-bridge between a group of QQ and the game.</summary>
public sealed class OneBotBridgeTests : IAsyncLifetime
{
    private const string Secret = "密钥 secret";
    private const long Group = 10001;
    private const long Admin = 700000001;
    private const long Member = 700000002;
    private const int Mebibyte = 1 << 20;
    private const int LargestReport = 64 * 1024;

    private readonly ServiceFolder _folder = new();
    private OneBotStandIn _oneBot = null!;
    private RunningService _service = null!;
    private HttpClient _visitor = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _oneBot = await OneBotStandIn.StartAsync();
        _folder.With("phira.toml", $"""
            [security]
            allow_network = true
            allowed_network_hosts = ["127.0.0.1:{_oneBot.Port}"]
            """);
        _folder.WithGallery("onebot-bridge", $"""
            api_url = "http://127.0.0.1:{_oneBot.Port}"
            access_token = "bridge-token"
            secret = "{Secret}"
            groups = [{Group}]
            admins = [{Admin}]
            events = ["user_connect", "room_create", "game_start", "game_end"]
            language = "zh-CN"
            """);
        var manifest = _folder.Plugin("onebot-bridge", "plugin.toml");
        await File.WriteAllTextAsync(
            manifest, (await File.ReadAllTextAsync(manifest, Stop)).Replace("127.0.0.1:5700", $"127.0.0.1:{_oneBot.Port}", StringComparison.Ordinal), Stop);
        _service = await RunningService.StartAsync(_folder);
        await _service.Api.WaitUntilRunningAsync("onebot-bridge");
        _visitor = _service.Visitor();
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _service.DisposeAsync();
        await _oneBot.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_group_asks_who_is_online_and_which_rooms_are_open()
    {
        Assert.Equal("在线 0 人，房间 0 个", await SayAsync(Member, "/status"));
        Assert.Equal("现在没有房间", await SayAsync(Member, "/room"));

        var ann = await _service.LogInAsync(1, "Ann");
        Assert.True((await ann.CreateRoomAsync(RoomName.Create("party"), Stop)).IsSuccess);

        Assert.Equal("在线 1 人，房间 1 个", await SayAsync(Member, "/status"));
        Assert.StartsWith("party 1/", await SayAsync(Member, "/room"), StringComparison.Ordinal);
        Assert.EndsWith("玩家：Ann", await SayAsync(Member, "/room party"), StringComparison.Ordinal);
        Assert.Equal("没有房间“other”", await SayAsync(Member, "/room other"));
        Assert.Contains("/broadcast", await SayAsync(Member, "/help"), StringComparison.Ordinal);

        await ChangeAsync(values => values["language"] = "en");
        Assert.Equal("1 player online, 1 room", await SayAsync(Member, "/status"));
    }

    [Fact]
    public async Task An_administrator_of_the_group_removes_a_player_who_reads_the_reason()
    {
        var ann = await _service.LogInAsync(1, "Ann");
        var bob = await _service.LogInAsync(2, "Bob [x]", "en-US");

        Assert.Equal("只有管理员可以使用这个命令", await SayAsync(Member, "/kick 1"));
        Assert.Equal("没有在线玩家“Cid”", await SayAsync(Admin, "/kick Cid"));
        Assert.Equal("已移出 Ann（1）", await SayAsync(Admin, "/kick 1 刷屏 spam"));
        Assert.Equal("已移出 Bob [x]（2）", await SayAsync(Admin, "/kick 2"));

        await ann.ReadsAsync("你被管理员移出服务器：刷屏 spam");
        Assert.Equal(CloseReason.ByServer, await ann.Closed);
        await bob.ReadsAsync("An administrator removed you from the server");
    }

    [Fact]
    public async Task An_administrator_of_the_group_speaks_to_all_players()
    {
        var ann = await _service.LogInAsync(1, "Ann");

        Assert.Equal("只有管理员可以使用这个命令", await SayAsync(Member, "/broadcast 你好"));
        Assert.Equal("用法：/broadcast <内容>", await SayAsync(Admin, "/broadcast"));
        Assert.Equal("已发送给 1 名玩家", await SayAsync(Admin, "/broadcast 今晚 &amp; 明天 &#91;比赛&#93;"));

        Assert.Equal("今晚 & 明天 [比赛]", await ann.ReadsAsync("比赛"));
    }

    [Fact]
    public async Task What_happens_on_the_server_is_told_to_the_group()
    {
        _service.Phira.AddChart(new PhiraChart(9, "Glaciaxion"));
        var ann = await _service.LogInAsync(1, "Ann");
        Assert.True((await ann.CreateRoomAsync(RoomName.Create("party"), Stop)).IsSuccess);
        await _oneBot.SentAsync(Group, "房间 party 已创建", "Bearer bridge-token");

        Assert.True((await ann.SelectChartAsync(9, Stop)).IsSuccess);
        Assert.True((await ann.RequestStartAsync(Stop)).IsSuccess);
        await _oneBot.SentAsync(Group, "房间 party 开始游玩 Glaciaxion", "Bearer bridge-token");
        Assert.True((await ann.PlayedAsync(_service.Phira.AddRecord(new PhiraRecord { Player = 1, Chart = 9, Score = 987654 }), Stop)).IsSuccess);
        await _oneBot.SentAsync(Group, "房间 party 结束一局：Ann 987654", "Bearer bridge-token");
    }

    [Fact]
    public async Task Only_chosen_events_are_told_from_the_next_one_on()
    {
        await ChangeAsync(values => (values["events"], values["language"]) = (new JsonArray("room_create"), "en"));

        var ann = await _service.LogInAsync(1, "Ann");
        Assert.True((await ann.CreateRoomAsync(RoomName.Create("party"), Stop)).IsSuccess);

        Assert.Equal("Room party was opened", await _oneBot.SentAsync(Group, "", "Bearer bridge-token"));
    }

    [Fact]
    public async Task A_report_that_is_not_signed_with_the_secret_is_refused()
    {
        var body = Report(Admin, Group, "/broadcast 你好");

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(body, signature: null));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(body, Sign(body, "another secret")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(body + " ", Sign(body, Secret)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(body, ""));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(body, Sign(body, Secret)));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/octet-stream")]
    public async Task A_large_request_of_a_stranger_does_not_reach_the_bridge(string type)
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await StatusAsync(new string('€', Mebibyte / 3), Sign("", Secret), type));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await StatusAsync(new string(' ', LargestReport + 1), Sign("", Secret), type));

        var largest = Report(Member, Group, "/status").PadRight(LargestReport);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(largest, Sign("", Secret), type));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(largest, Sign(largest, Secret), type));
        Assert.Empty((JsonArray)await _service.Api.GetAsync("plugins/onebot-bridge/crashes"));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/octet-stream")]
    public async Task A_signature_is_that_of_the_bytes(string type)
    {
        var body = """{"post_type":"notice","text":"é € 你好 😀 \u0000"}""";

        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(body, Sign(body, Secret), type));
    }

    [Fact]
    public async Task What_is_no_text_is_no_report()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "onebot-bridge/event") { Content = new ByteArrayContent([0xff, (byte)'{', 0xc3]) };
        request.Headers.Add("X-Signature", Sign([0xff, (byte)'{', 0xc3], Secret));

        using var answer = await _visitor.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Without_a_secret_nobody_is_an_administrator()
    {
        await ChangeAsync(values => values["secret"] = "");

        Assert.Equal("在线 0 人，房间 0 个", await SayAsync(Member, "/status"));
        Assert.StartsWith("请先在插件配置中设置签名密钥", await SayAsync(Admin, "/broadcast 你好"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_concern_the_bridge_is_left_to_others()
    {
        Assert.Null(await SayAsync(Member, "hello"));
        Assert.Null(await SayAsync(Member, "/weather"));
        Assert.Null(await SayAsync(Member, "/status", group: Group + 1));
        foreach (var report in new[] { """{"post_type":"meta_event","meta_event_type":"heartbeat"}""", "[]" })
        {
            Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(report, Sign(report, Secret)));
        }

        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync("{", Sign("{", Secret)));
    }

    [Fact]
    public async Task An_implementation_that_does_not_take_messages_shows_in_the_health_of_the_plugin()
    {
        _oneBot.Status = 401;
        await _service.LogInAsync(1, "Ann");
        await _oneBot.SentAsync(Group, "Ann 上线了", "Bearer bridge-token");

        await Eventually.IsTrueAsync(
            async () => (await _service.Api.PluginAsync("onebot-bridge"))["health"]!.ToJsonString()
                .Contains("the OneBot implementation answered 401", StringComparison.Ordinal),
            "the health says it");
    }

    [Fact]
    public async Task Each_group_that_gets_no_messages_shows_in_the_health_and_once_in_the_log()
    {
        const long Second = Group + 1;
        const long Third = Group + 2;
        _oneBot.Refused = new HashSet<long> { Group, Second };
        await ChangeAsync(values => values["groups"] = new JsonArray(Group, Second, Third));
        foreach (var (id, name) in new[] { (1, "Ann"), (2, "Bob") })
        {
            await _service.LogInAsync(id, name);
            await _oneBot.SentAsync(Third, $"{name} 上线了", "Bearer bridge-token");
        }

        await Eventually.IsTrueAsync(
            async () =>
            {
                var health = (await _service.Api.PluginAsync("onebot-bridge"))["health"]!.ToJsonString();
                return health.Contains("group 10001: the OneBot implementation answered 403", StringComparison.Ordinal)
                    && health.Contains("group 10002: the OneBot implementation answered 403", StringComparison.Ordinal);
            },
            "the health names both groups");
        var log = (await _service.Api.GetAsync("plugins/onebot-bridge/log")).ToJsonString();
        Assert.Equal(2, log.Split("the message did not reach group").Length - 1);
    }

    [Fact]
    public async Task The_group_does_not_hear_of_hidden_rooms()
    {
        await ChangeAsync(values => values["events"] = new JsonArray("room_create", "room_disband"));
        var ann = await _service.LogInAsync(1, "Ann");
        Assert.True((await ann.CreateRoomAsync(RoomName.Create("_secret"), Stop)).IsSuccess);
        Assert.True((await ann.LeaveRoomAsync(Stop)).IsSuccess);
        Assert.True((await ann.CreateRoomAsync(RoomName.Create("-secret"), Stop)).IsSuccess);
        Assert.True((await ann.LeaveRoomAsync(Stop)).IsSuccess);

        Assert.True((await ann.CreateRoomAsync(RoomName.Create("party"), Stop)).IsSuccess);

        Assert.Equal("房间 party 已创建", await _oneBot.SentAsync(Group, "", "Bearer bridge-token"));
    }

    /// <summary>Reports a line of the group as a OneBot implementation does.</summary>
    /// <returns>The reply that it is told to send; null for none.</returns>
    private async Task<string?> SayAsync(long sender, string line, long group = Group)
    {
        using var answer = await PostAsync(Report(sender, group, line), Sign(Report(sender, group, line), Secret));
        if (answer.StatusCode == HttpStatusCode.NoContent)
        {
            return null;
        }

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (string)(await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!["reply"]!;
    }

    private async Task<HttpStatusCode> StatusAsync(string body, string? signature, string type = "application/json")
    {
        using var answer = await PostAsync(body, signature, type);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> PostAsync(string body, string? signature, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "onebot-bridge/event") { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Add("X-Self-ID", "800000001");
        if (signature is not null)
        {
            request.Headers.Add("X-Signature", signature);
        }

        return await _visitor.SendAsync(request, Stop);
    }

    private static string Report(long sender, long group, string line) => new JsonObject
    {
        ["time"] = 1763841600,
        ["self_id"] = 800000001,
        ["post_type"] = "message",
        ["message_type"] = "group",
        ["sub_type"] = "normal",
        ["group_id"] = group,
        ["user_id"] = sender,
        ["message"] = new JsonArray(new JsonObject { ["type"] = "text", ["data"] = new JsonObject { ["text"] = line } }),
        ["raw_message"] = line,
    }.ToJsonString();

    [SuppressMessage("Security", "CA5350", Justification = "OneBot v11 signs with it.")]
    private static string Sign(byte[] body, string secret) => "sha1=" + Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), body));

    private static string Sign(string body, string secret) => Sign(Encoding.UTF8.GetBytes(body), secret);

    private Task<JsonNode> ChangeAsync(Action<JsonObject> change) => _service.Api.ChangeConfigAsync("onebot-bridge", change);
}
