using System.Collections.Concurrent;
using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>The host answers a player's action in the player's language: so the action carries the language.</summary>
public sealed class PlayerLanguageTests
{
    [Fact]
    public async Task Every_event_that_plugins_are_asked_about_names_the_language_of_the_player_who_causes_it()
    {
        await using var server = await TestServer.StartAsync();
        server.Api.Languages[100] = "zh-TW";
        var asked = new ConcurrentDictionary<string, string?>();
        server.Events.Decide = (gameEvent, _) =>
        {
            asked[gameEvent.Type] = gameEvent.Language;
            return ValueTask.FromResult(EventDecision.Proceed);
        };

        await using var host = await server.LoginAsync(1);
        await host.DoAsync(new CreateRoomCommand(TestClient.Room("one")));
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new JoinRoomCommand(TestClient.Room("one"), Monitor: false));
        await host.DoAsync(new SelectChartCommand(5), RequestStartCommand.Instance);
        await a.DoAsync(ReadyCommand.Instance, LeaveRoomCommand.Instance);
        await a.DoAsync(
            new CreateRoomCommand(TestClient.Room("two")),
            new ChatCommand("hello"),
            new ChatCommand("/help"),
            new SelectChartCommand(5),
            RequestStartCommand.Instance);

        Assert.Equal(EventTypes.Cancellable, asked.Keys.ToHashSet());
        Assert.All(asked.Values, language => Assert.Equal("zh-TW", language));
    }

    [Theory]
    [InlineData("zh-TW", "zh-CN")]
    [InlineData("", "zh-CN")]
    [InlineData("fr-FR", "en")]
    public async Task A_command_names_the_language_its_caller_reads(string tag, string expected)
    {
        await using var server = await TestServer.StartAsync();
        server.Api.Languages[100] = tag;
        CommandCaller? caller = null;
        server.Commands.Invoke = (_, _, by, _) =>
        {
            caller = by;
            return Task.FromResult<Result<string>>("done");
        };
        await using var a = await server.LoginAsync(100);

        await a.RequestAsync<ChatReply>(new ChatCommand("/help"));

        Assert.Equal(expected, caller!.Language.Tag);
    }
}
