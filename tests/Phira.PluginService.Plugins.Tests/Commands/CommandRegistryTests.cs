using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Commands;

public sealed class CommandRegistryTests
{
    private static readonly CommandCaller Player = new("小明", CommandLevel.Player, new(1), new(7));
    private static readonly CommandCaller Host = Player with { Level = CommandLevel.RoomHost };

    [Theory]
    [InlineData("player", true, true, true)]
    [InlineData("room-host", false, true, true)]
    [InlineData("admin", false, false, true)]
    public async Task Who_has_the_level_may_use_it(string level, bool player, bool roomHost, bool admin)
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        await RegisterAsync(host, "secret", level);

        Assert.Equal(player, await MayAsync(Player));
        Assert.Equal(roomHost, await MayAsync(Host));
        Assert.Equal(admin, await MayAsync(PluginHost.Admin));

        async Task<bool> MayAsync(CommandCaller caller)
        {
            var answer = await host.CommandAsync("secret", caller: caller);
            Assert.True(answer.IsSuccess || answer.Error.Message() == $"/secret needs the level {level}.", answer.Error?.Describe());
            return answer.IsSuccess;
        }
    }

    [Fact]
    public async Task The_full_name_does_not_get_round_the_level()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        await RegisterAsync(host, "secret", "admin");

        Assert.Equal("command.forbidden", (await host.CommandAsync("echo:secret", caller: Host)).Error!.Code.Value);
    }

    [Fact]
    public async Task Each_caller_waits_for_the_cooldown()
    {
        var time = new FakeTimeProvider();
        await using var host = await new PluginHost(time: time).WithEcho().StartAsync();
        await RegisterAsync(host, "slow", "player", cooldown: 1500);
        Assert.True((await host.CommandAsync("slow", caller: Player)).IsSuccess);

        time.Advance(TimeSpan.FromMilliseconds(400));
        var again = await host.CommandAsync("slow", caller: Player);
        Assert.Equal("/slow can be used again in 2 s.", again.Error!.Message());
        Assert.Equal("/slow 还需等待 2 秒。", again.Error.Message(Language.Chinese));
        Assert.Equal("command.cooling_down", (await host.CommandAsync("echo:slow", caller: Player)).Error!.Code.Value);
        Assert.True((await host.CommandAsync("slow", caller: Player with { User = new(2) })).IsSuccess);
        Assert.True((await host.CommandAsync("slow", caller: PluginHost.Admin)).IsSuccess);

        time.Advance(TimeSpan.FromMilliseconds(1100));
        Assert.True((await host.CommandAsync("slow", caller: Player)).IsSuccess);
    }

    [Fact]
    public async Task Who_is_refused_does_not_begin_to_wait()
    {
        var time = new FakeTimeProvider();
        await using var host = await new PluginHost(time: time).WithEcho().StartAsync();
        await RegisterAsync(host, "slow", "room-host", cooldown: 1500);
        await host.CommandAsync("slow", caller: Player);

        Assert.True((await host.CommandAsync("slow", caller: Host)).IsSuccess);
    }

    [Theory]
    [InlineData("zh-CN", "可用命令：")]
    [InlineData("zh-TW", "可用命令：")]
    [InlineData("", "可用命令：")]
    [InlineData("en-US", "Commands you can use:")]
    [InlineData("ja-JP", "Commands you can use:")]
    public async Task Help_lists_what_the_caller_may_use_in_the_callers_language(string language, string header)
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        await RegisterAsync(host, "roll", "player", description: "掷骰子 / Rolls dice", usage: "<n>d<m>");
        await RegisterAsync(host, "secret", "admin", description: "not for players");

        var help = await host.CommandAsync("help", caller: Player with { Language = LanguageSet.Embedded.Nearest(language) });

        Assert.Equal(
            $"""
            {header}
            /echo <command> [arguments] - shows what reaches the plugin
            /help [command] - 显示可用命令 / Lists the commands you can use
            /roll <n>d<m> - 掷骰子 / Rolls dice
            """.ReplaceLineEndings("\n"),
            help.Value);
        Assert.Contains("/secret - not for players", (await host.CommandAsync("help")).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "可用命令：")]
    [InlineData("en", "Commands you can use:")]
    public async Task Help_speaks_the_language_of_a_caller_from_outside_the_game(string language, string header)
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();

        var help = await host.CommandAsync(
            "help", caller: new CommandCaller("admin", CommandLevel.Admin, null, null) { Language = LanguageSet.Embedded.Find(language)! });

        Assert.StartsWith(header, help.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "roll", "/roll <n>d<m> - 掷骰子 (来自 echo)")]
    [InlineData("en-US", "roll", "/roll <n>d<m> - 掷骰子 (from echo)")]
    [InlineData("en-US", "/roll", "/roll <n>d<m> - 掷骰子 (from echo)")]
    [InlineData("en-US", " echo:roll ", "/roll <n>d<m> - 掷骰子 (from echo)")]
    [InlineData("en-US", "help", "/help [command] - 显示可用命令 / Lists the commands you can use")]
    public async Task Help_explains_one_command(string language, string name, string text)
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        await RegisterAsync(host, "roll", "player", description: "掷骰子", usage: "<n>d<m>");

        Assert.Equal(text, (await host.CommandAsync("help", name, Player with { Language = LanguageSet.Embedded.Nearest(language) })).Value);
    }

    [Theory]
    [InlineData("rol", "roll")]
    [InlineData("ROLL", "roll")]
    [InlineData("rlol", "roll")]
    [InlineData("hlep", "help")]
    [InlineData("ehco", "echo")]
    public async Task A_slip_is_answered_with_the_nearest_name(string typed, string meant)
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        await RegisterAsync(host, "roll", "player");

        var answer = await host.CommandAsync(typed, caller: Player);

        Assert.Equal($"There is no command /{typed}. Did you mean /{meant}?", answer.Error!.Message());
        Assert.Equal($"没有命令 /{typed}。您是不是想输入 /{meant}？", answer.Error.Message(Language.Chinese));
        Assert.Equal(Core.Results.ErrorKind.NotFound, answer.Error.Code.Kind);
        Assert.Equal(answer.Error.Describe(), (await host.CommandAsync("help", typed, Player)).Error!.Describe());
    }

    [Theory]
    [InlineData("fireworks")]
    [InlineData("")]
    [InlineData("secre")]
    [InlineData("没有")]
    public async Task What_is_near_to_nothing_the_caller_may_use_is_just_unknown(string typed)
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        await RegisterAsync(host, "secret", "admin");

        Assert.Equal("command.not_found", (await host.CommandAsync(typed, caller: Player)).Error!.Code.Value);
    }

    [Fact]
    public async Task A_caller_waits_no_longer_than_the_time_for_commands()
    {
        var time = new FakeTimeProvider();
        await using var host = await new PluginHost(options => options.CommandTimeout = TimeSpan.FromSeconds(10), time: time)
            .WithHostile(manifest: "\n[limits]\nmax_cpu_time_ms = 3000\nmax_execution_time_ms = 600000\n").StartAsync();

        var answer = host.CommandAsync("hostile", "loop");
        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("plugin.timed_out", (await answer).Error!.Code.Value);
        time.Advance(TimeSpan.FromMinutes(1));
    }

    private static Task<JsonNode?> RegisterAsync(
        PluginHost host, string name, string level, int cooldown = 0, string description = "", string usage = "") =>
        new Echo(host).OkAsync(
            "commands.register-command",
            name,
            description,
            new Dictionary<string, object> { ["usage"] = usage, ["level"] = level, ["cooldown-ms"] = cooldown });
}
