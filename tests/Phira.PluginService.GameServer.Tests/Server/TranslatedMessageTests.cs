using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>Players of several languages read the same message, each in the language of the account.</summary>
public sealed class TranslatedMessageTests : IAsyncLifetime
{
    private static readonly RoomName Room = TestClient.Room("room");
    private static readonly TranslatedText Hello = new([new("zh-CN", "你好"), new("en", "hello"), new("ja", "やあ")]);

    private TestServer _server = null!;

    private ITranslatedMessages Messages => _server.Get<ITranslatedMessages>();

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        (_server.Api.Languages[100], _server.Api.Languages[200], _server.Api.Languages[300]) = ("zh-TW", "en-US", "fr-FR");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_room_reads_it_and_others_do_not()
    {
        await using var a = await _server.LoginAsync(100);
        await using var b = await _server.LoginAsync(200);
        await using var c = await _server.LoginAsync(300);
        await using var outside = await _server.LoginAsync(400);
        await a.DoAsync(new CreateRoomCommand(Room));
        await b.DoAsync(new JoinRoomCommand(Room, Monitor: false));
        await c.DoAsync(new JoinRoomCommand(Room, Monitor: false));
        await a.SettleAsync();
        await b.SettleAsync();

        var report = await Messages.SendToRoomAsync(_server.Queries.FindRoom("room")!.Id, Hello, CancellationToken.None);

        await a.SeesAsync(new ChatMessage(0, "你好"));
        await b.SeesAsync(new ChatMessage(0, "hello"));
        await c.SeesAsync(new ChatMessage(0, "hello"));
        Assert.Equal(new DeliveryReport(3, 0, [new("zh-CN", 1), new("en", 2)]), report.Value);
        Messages.SendToUser(new UserId(400), "to you");
        await outside.SeesAsync(new ChatMessage(0, "to you"));
    }

    [Fact]
    public async Task Everybody_reads_it()
    {
        await using var a = await _server.LoginAsync(100);
        await using var b = await _server.LoginAsync(200);

        var report = Messages.Broadcast(Hello);

        await a.SeesAsync(new ChatMessage(0, "你好"));
        await b.SeesAsync(new ChatMessage(0, "hello"));
        Assert.Equal(new DeliveryReport(2, 0, [new("zh-CN", 1), new("en", 1)]), report);
    }

    [Fact]
    public async Task Those_whose_connection_is_lost_are_counted_as_skipped()
    {
        await using var a = await _server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(Room));
        await using (var b = await _server.LoginAsync(200))
        {
            await b.DoAsync(new JoinRoomCommand(Room, Monitor: false));
        }

        await Testing.Eventually.IsTrueAsync(() => !_server.Queries.FindUser(new UserId(200))!.IsConnected, "the server notices the loss");
        var room = await Messages.SendToRoomAsync(_server.Queries.FindRoom("room")!.Id, Hello, CancellationToken.None);

        Assert.Equal(new DeliveryReport(1, 1, [new("zh-CN", 1)]), room.Value);
        Assert.Equal(new DeliveryReport(0, 1, []), Messages.SendToUser(new UserId(200), Hello).Value);
        Assert.Equal(new DeliveryReport(1, 1, [new("zh-CN", 1)]), Messages.Broadcast(Hello));
    }

    [Fact]
    public async Task Who_and_what_is_not_here_is_said_so()
    {
        Assert.Equal(GameErrors.UserNotFound, Messages.SendToUser(new UserId(100), Hello).Error!.Code);
        Assert.Equal(GameErrors.RoomNotFound, (await Messages.SendToRoomAsync(new RoomId(9), Hello, CancellationToken.None)).Error!.Code);
        Assert.Equal(new DeliveryReport(0, 0, []), Messages.Broadcast(Hello));
    }
}
