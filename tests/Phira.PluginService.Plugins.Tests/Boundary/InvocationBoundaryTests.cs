using System.Text.Json;
using Phira.PluginService.Core.Commands;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Boundary;

public sealed class InvocationBoundaryTests
{
    [Fact]
    public async Task A_player_and_the_words_arrive_as_they_are()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var player = new CommandCaller(Samples.Text, CommandLevel.RoomHost, new(int.MaxValue), new(7));

        var shown = await new Echo(host).AskAsync("  show \"b  c\" 小明 \"\" x\"y z\"  ", player);

        Json.Same(
            $$"""
            {"name": "echo", "arguments": "show \"b  c\" 小明 \"\" x\"y z\"", "words": ["show", "b  c", "小明", "", "xy z"],
             "caller": {"name": {{Samples.TextJson}}, "level": "room-host", "user": 2147483647, "room": 7} }
            """,
            System.Text.Json.Nodes.JsonNode.Parse(shown));
    }

    [Fact]
    public async Task An_administrator_is_no_user_and_in_no_room()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();

        var shown = await new Echo(host).ReadAsync("");

        Json.Same(
            """
            {"name": "echo", "arguments": "", "words": [],
             "caller": {"name": "admin", "level": "admin", "user": null, "room": null}}
            """,
            shown);
    }

    [Fact]
    public async Task An_error_of_the_command_is_told_in_the_guests_own_words()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();

        var answer = await host.CommandAsync("echo", $"fail 坏了 {Samples.Text}");

        Assert.Equal("command.failed", answer.Error!.Code.Value);
        Assert.Equal($"坏了 {Samples.ShownText}", answer.Error.Message());
        Assert.Equal(1, host.Plugin("echo").Usage.Errors);
    }

    [Fact]
    public async Task A_long_answer_comes_back_whole()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var text = string.Concat(Enumerable.Repeat("长文本🎲", 20_000));

        var shown = await new Echo(host).ReadAsync(text);

        Json.Same(JsonSerializer.Serialize(text), shown["arguments"]);
    }
}
