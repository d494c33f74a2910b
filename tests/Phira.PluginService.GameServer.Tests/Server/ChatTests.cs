using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Server;

public sealed class ChatTests
{
    private static readonly TimeSpan ReplyBudget = TimeSpan.FromMilliseconds(new GameServerOptions().CommandReplyBudgetMs);

    private static readonly RoomName Room = TestClient.Room("room");
    private static readonly ChatReply Said = new(WireResult.Success);

    [Fact]
    public async Task Chat_reaches_the_room_and_a_double_slash_says_a_slash()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await a.DoAsync(new CreateRoomCommand(Room));
        await b.DoAsync(new JoinRoomCommand(Room, Monitor: false));

        await b.SendAsync(new ChatCommand("你好"));
        await b.SeesAsync(new ChatMessage(200, "你好"), Said);
        await b.SendAsync(new ChatCommand("//roll"));
        await b.SeesAsync(new ChatMessage(200, "/roll"), Said);

        await a.SkipToAsync<OnJoinRoomCommand>();
        await a.SeesAsync(new JoinRoomMessage(200, "user200"), new ChatMessage(200, "你好"), new ChatMessage(200, "/roll"));
    }

    [Fact]
    public async Task Chat_is_one_line_without_hidden_characters()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(Room));
        await a.SettleAsync();

        await a.SendAsync(new ChatCommand("\u001b[2Jhi\nadmin: \u202Eall is well 👩‍🚀"));

        await a.SeesAsync(new ChatMessage(100, "[2Jhi admin: all is well 👩‍🚀"), Said);
    }

    [Fact]
    public async Task Chat_outside_of_a_room_is_refused()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);

        await a.SendAsync(new ChatCommand("anybody?"));

        await a.SeesAsync(new ChatReply(WireResult.Failure("no room")));
    }

    [Fact]
    public async Task Plugins_can_refuse_and_reword_chat()
    {
        await using var server = await TestServer.StartAsync();
        server.Events.Decide = (gameEvent, _) => ValueTask.FromResult(gameEvent switch
        {
            MessageSent { Text: "bad" } => EventDecision.Cancel("not here"),
            MessageSent { Text: "mild" } mild => EventDecision.Replace(mild with { Text = "m**d" }),
            _ => EventDecision.Proceed,
        });
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(Room));

        await a.SendAsync(new ChatCommand("bad"));
        await a.SeesAsync(new ChatReply(WireResult.Failure("not here")));
        await a.SendAsync(new ChatCommand("mild"));
        await a.SeesAsync(new ChatMessage(100, "m**d"), Said);
        Assert.Equal("m**d", (await server.Events.NextAsync<MessageSent>()).Text);
    }

    [Fact]
    public async Task A_command_is_answered_to_its_caller_alone_and_works_without_a_room()
    {
        await using var server = await TestServer.StartAsync();
        CommandCaller? seen = null;
        server.Commands.Invoke = (name, arguments, caller, _) =>
        {
            seen = caller;
            return Task.FromResult<Result<string>>($"{name}|{arguments}\nsecond line");
        };
        await using var a = await server.LoginAsync(100);

        await a.SendAsync(new ChatCommand("/roll  2d6 now "));

        await a.SeesAsync(new ChatMessage(0, "roll|2d6 now"), new ChatMessage(0, "second line"), Said);
        Assert.Equal(new CommandCaller("user100", CommandLevel.Player, new UserId(100), Room: null) { Language = Language.English }, seen);
        Assert.Equal("/roll  2d6 now ", (await server.Events.NextAsync<CommandInput>()).Text);
    }

    [Fact]
    public async Task The_host_of_a_room_calls_with_the_hosts_level()
    {
        await using var server = await TestServer.StartAsync();
        server.Commands.Invoke = (_, _, caller, _) => Task.FromResult<Result<string>>($"{caller.Level} {caller.Room}");
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await a.DoAsync(new CreateRoomCommand(Room));
        await b.DoAsync(new JoinRoomCommand(Room, Monitor: false));
        await a.SettleAsync();

        await a.SendAsync(new ChatCommand("/me"));
        await a.SeesAsync(new ChatMessage(0, "RoomHost 1"), Said);
        await b.SendAsync(new ChatCommand("/me"));
        await b.SeesAsync(new ChatMessage(0, "Player 1"), Said);
    }

    [Fact]
    public async Task A_failed_command_is_explained_in_the_players_language()
    {
        await using var server = await TestServer.StartAsync();
        server.Api.Languages[100] = "zh-CN";
        server.Commands.Invoke = (_, _, _, _) => Task.FromResult<Result<string>>(new Error(GameErrors.UserNotFound, "7"));
        await using var a = await server.LoginAsync(100);

        await a.SendAsync(new ChatCommand("/kick 7"));

        await a.SeesAsync(new ChatMessage(0, "用户 7 不在本服务器上。"), Said);
    }

    [Fact]
    public async Task A_faulty_command_does_not_break_the_connection()
    {
        await using var server = await TestServer.StartAsync();
        server.Commands.Invoke = (_, _, _, _) => throw new InvalidOperationException("bug");
        await using var a = await server.LoginAsync(100);

        await a.SendAsync(new ChatCommand("/bug"));

        await a.SeesAsync(new ChatMessage(0, "Your command failed"), Said);
    }

    [Fact]
    public async Task A_slow_command_does_not_hold_up_the_reply_and_its_answer_follows()
    {
        await using var server = await TestServer.StartAsync();
        var plugin = new TaskCompletionSource<Result<string>>();
        server.Commands.Invoke = (_, _, _, _) => plugin.Task;
        await using var a = await server.LoginAsync(100);

        await a.SendAsync(new ChatCommand("/slow"));
        await server.Clock.HasBegunAsync(ReplyBudget);
        server.Clock.Advance(ReplyBudget);
        await a.SeesAsync(new ChatMessage(0, "Your command is still running…"), Said);

        plugin.SetResult("done");
        await a.SeesAsync(new ChatMessage(0, "done"));
    }

    [Fact]
    public async Task A_command_that_never_ends_is_given_up()
    {
        await using var server = await TestServer.StartAsync();
        server.Commands.Invoke = (_, _, _, _) => new TaskCompletionSource<Result<string>>().Task;
        await using var a = await server.LoginAsync(100);

        await a.SendAsync(new ChatCommand("/forever"));
        await server.Clock.HasBegunAsync(ReplyBudget);
        server.Clock.Advance(ReplyBudget);
        await a.SeesAsync(new ChatMessage(0, "Your command is still running…"), Said);
        server.Clock.Advance(TimeSpan.FromSeconds(new GameServerOptions().CommandTimeoutSecs) - ReplyBudget);

        await a.SeesAsync(new ChatMessage(0, "Your command took too long and was cancelled"));
    }

    [Fact]
    public async Task Plugins_can_refuse_and_replace_commands()
    {
        await using var server = await TestServer.StartAsync();
        server.Events.Decide = (gameEvent, _) => ValueTask.FromResult(gameEvent switch
        {
            CommandInput { Text: "/secret" } => EventDecision.Cancel("no such luck"),
            CommandInput { Text: "/r" } input => EventDecision.Replace(input with { Text = "/roll 1d6" }),
            _ => EventDecision.Proceed,
        });
        await using var a = await server.LoginAsync(100);

        await a.SendAsync(new ChatCommand("/secret"));
        await a.SeesAsync(new ChatReply(WireResult.Failure("no such luck")));
        await a.SendAsync(new ChatCommand("/r"));
        await a.SeesAsync(new ChatMessage(0, "roll:1d6"), Said);
    }

    [Fact]
    public async Task Chatting_too_fast_is_refused()
    {
        await using var server = await TestServer.StartAsync(options => (options.Limits.ChatBurst, options.Limits.ChatPerSec) = (1, 0.1));
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(Room), new ChatCommand("one"));

        await a.SendAsync(new ChatCommand("two"));

        await a.SeesAsync(new ChatReply(WireResult.Failure("Too many requests, please slow down")));
    }
}
