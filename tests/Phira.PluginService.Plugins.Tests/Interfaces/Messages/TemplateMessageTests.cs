using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Plugins.Interfaces.Messages;
using Phira.PluginService.Plugins.Tests.Boundary;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Interfaces.Messages;

/// <summary>A plugin sends one message in several languages.</summary>
public sealed class TemplateMessageTests
{
    private static readonly object[] Hello =
        [new { language = "zh-CN", text = "你好，{name}" }, new { language = "en", text = "Hello, {name}" }, new { language = "ja", text = "やあ" }];

    private static readonly object[] Name = [new { name = "name", value = "小明\n{x} \u202e🎮" }];

    [Fact]
    public async Task Each_player_reads_it_in_the_language_of_the_account_and_the_report_counts_them()
    {
        await using var host = await StartAsync();
        var echo = new Echo(host);

        Json.Same(
            """{"sent": 3, "skipped": 1, "languages": [{"language": "zh-CN", "count": 1}, {"language": "en", "count": 2}]}""",
            await echo.OkAsync("messages.broadcast-template-to-all", Hello, Name));
        Json.Same(
            """{"sent": 2, "skipped": 0, "languages": [{"language": "zh-CN", "count": 1}, {"language": "en", "count": 1}]}""",
            await echo.OkAsync("messages.send-template-to-room", 7, Hello, Name));
        Json.Same("""{"sent": 0, "skipped": 1, "languages": []}""", await echo.OkAsync("messages.send-template-to-user", 8, Hello, Name));

        Assert.Equal(
            [
                "user 5 reads: 你好，小明\n{x} 🎮", "user 6 reads: Hello, 小明\n{x} 🎮", "user 7 reads: Hello, 小明\n{x} 🎮",
                "user 5 reads: 你好，小明\n{x} 🎮", "user 6 reads: Hello, 小明\n{x} 🎮",
            ],
            host.Game.Asked);
    }

    [Fact]
    public async Task Who_and_what_is_not_here_is_not_found()
    {
        await using var host = await StartAsync();
        var echo = new Echo(host);

        Assert.Equal("not-found", (await echo.ErrorAsync("messages.send-template-to-user", 99, Hello, Name)).Case);
        Assert.Equal("not-found", (await echo.ErrorAsync("messages.send-template-to-user", uint.MaxValue, Hello, Name)).Case);
        Assert.Equal("not-found", (await echo.ErrorAsync("messages.send-template-to-room", 99, Hello, Name)).Case);
    }

    [Fact]
    public async Task A_mistake_in_a_language_that_nobody_here_reads_is_told()
    {
        await using var host = await StartAsync();
        object[] templates = [new { language = "zh-CN", text = "好" }, new { language = "de", text = "Hallo {nam}" }];

        Assert.Equal(
            ("invalid-argument", "template de: no argument {nam}"),
            await new Echo(host).ErrorAsync("messages.send-template-to-user", 5, templates, Name));
        Assert.Empty(host.Game.Asked);
    }

    [Fact]
    public async Task Lists_tags_and_names_are_bounded()
    {
        await using var host = await StartAsync();
        var echo = new Echo(host);
        object[] many = [.. Enumerable.Range(0, 21).Select(index => new { language = $"x-{index}", text = "x" })];
        object[] manyNames = [.. Enumerable.Range(0, 33).Select(index => new { name = $"{index}", value = "x" })];
        const string Tags = "templates: language tags of 1 to 35 letters, digits and hyphens, each once";
        const string Names = "arguments: names of 1 to 64 characters without braces, each once";

        foreach (var (templates, arguments, expected) in ((object[], object[], string)[])
        [
            ([], [], "templates: 1 to 20"),
            (many, [], "templates: 1 to 20"),
            (Hello, manyNames, "arguments: at most 32"),
            ([new { language = "", text = "x" }], [], Tags),
            ([new { language = "zh_CN", text = "x" }], [], Tags),
            ([new { language = "en", text = "x" }, new { language = "EN", text = "y" }], [], Tags),
            (Hello, [new { name = "", value = "x" }], Names),
            (Hello, [new { name = "{x}", value = "x" }], Names),
            (Hello, [.. Name, .. Name], Names),
        ])
        {
            Assert.Equal(("invalid-argument", expected), await echo.ErrorAsync("messages.broadcast-template-to-all", templates, arguments));
        }
    }

    [Fact]
    public async Task A_message_in_several_languages_counts_as_one()
    {
        var time = new FakeTimeProvider();
        await using var host = await StartAsync(new MessagesOptions { MessagesPerSecond = 1 }, time);
        var echo = new Echo(host);

        await echo.OkAsync("messages.broadcast-template-to-all", Hello, Name);
        await echo.OkAsync("messages.send-message-to-user", 5, "plain");
        Assert.Equal(("quota-exceeded", "messages per second"), await echo.ErrorAsync("messages.broadcast-template-to-all", Hello, Name));

        time.Advance(TimeSpan.FromSeconds(1));
        await echo.OkAsync("messages.send-template-to-room", 7, Hello, Name);
    }

    private static async Task<PluginHost> StartAsync(MessagesOptions? options = null, TimeProvider? time = null)
    {
        var host = await new PluginHost(time: time, services: PluginHost.Settings(options ?? new MessagesOptions())).WithEcho().StartAsync();
        host.Game.Add(5, "五", "zh-TW", room: 7);
        host.Game.Add(6, "六", "en-US", room: 7);
        host.Game.Add(7, "七", "fr-FR");
        host.Game.Add(8, "八", connected: false);
        host.Game.AddRoom(7, "room", 5, 6);
        return host;
    }
}
