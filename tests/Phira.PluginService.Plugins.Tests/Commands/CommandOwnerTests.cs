using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Commands;

public sealed class CommandOwnerTests
{
    [Fact]
    public async Task A_name_belongs_to_the_first_and_the_second_is_told_whose_it_is()
    {
        await using var host = await new PluginHost().WithEcho("first").WithEcho("second").StartAsync();
        await new Echo(host, "first").OkAsync("commands.register-command", "roll", "of first", null);

        Assert.Equal(
            ("conflict", "/roll belongs to first; it is reached as /second:roll"),
            await new Echo(host, "second").ErrorAsync("commands.register-command", "roll", "of second", null));
    }

    [Fact]
    public async Task A_plugin_that_starts_only_without_an_error_starts_also_when_its_name_is_taken()
    {
        const string Permissions = "[permissions]\nregister_commands = true\n";
        await using var host = await new PluginHost().With("first", RepositoryFiles.Guest("founding"), Permissions).StartAsync();
        host.With("second", RepositoryFiles.Guest("founding"), Permissions);
        await host.DoAsync("second", PluginOperation.Load);

        Assert.Equal((PluginState.Running, PluginState.Running), (host.Plugin("first").State, host.Plugin("second").State));
        Assert.Equal(
            ["你好，来自 /hello！参数：a", "你好，来自 /second:hello！参数：b"],
            [(await host.CommandAsync("hello", "a")).Value, (await host.CommandAsync("second:hello", "b")).Value]);
    }

    [Fact]
    public async Task A_command_that_is_added_again_has_the_short_name_once_its_owner_has_given_it_up()
    {
        await using var host = await new PluginHost().WithEcho("first").WithEcho("second").StartAsync();
        Assert.Equal("roll", await AddAsync("first"));
        Assert.Equal("roll", await AddAsync("first"));
        Assert.Equal("second:roll", await AddAsync("second"));

        await new Echo(host, "first").OkAsync("commands.unregister-command", "roll");

        Assert.Equal("roll", await AddAsync("second"));

        async Task<string> AddAsync(string plugin) =>
            (await new Echo(host, plugin).OkAsync("commands.add-command", "roll", "", null))!.GetValue<string>();
    }

    [Fact]
    public async Task A_command_that_is_added_under_the_name_of_one_of_the_host_has_its_full_name()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();

        Assert.Equal("echo:help", (await new Echo(host).OkAsync("commands.add-command", "help", "mine", null))!.GetValue<string>());
    }

    [Theory]
    [InlineData("roll", "first")]
    [InlineData("first:roll", "first")]
    [InlineData("second:roll", "second")]
    public async Task The_short_name_reaches_the_owner_and_the_full_name_each_of_them(string name, string reached)
    {
        // The clock stands still, so nothing calls the plugins but this test.
        await using var host = await new PluginHost(time: new FakeTimeProvider()).WithEcho("first").WithEcho("second").StartAsync();
        await new Echo(host, "first").OkAsync("commands.register-command", "roll", "", null);
        await new Echo(host, "second").ErrorAsync("commands.register-command", "roll", "", null);
        var (first, second) = Calls();

        Assert.Contains("\"name\":\"roll\"", (await host.CommandAsync(name)).Value, StringComparison.Ordinal);

        Assert.Equal(reached == "first" ? (first + 1, second) : (first, second + 1), Calls());

        (long First, long Second) Calls() => (host.Plugin("first").Usage.Calls, host.Plugin("second").Usage.Calls);
    }

    [Fact]
    public async Task A_command_whose_name_is_taken_is_listed_by_its_full_name()
    {
        await using var host = await new PluginHost().WithEcho("first").WithEcho("second").StartAsync();
        await new Echo(host, "first").OkAsync("commands.register-command", "roll", "of first", null);
        await new Echo(host, "second").ErrorAsync("commands.register-command", "roll", "of second", null);

        Assert.Equal(
            [("roll", "first"), ("second:roll", "second")],
            host.Commands.Commands.Where(command => command.Name.EndsWith("roll", StringComparison.Ordinal))
                .Select(command => (command.Name, command.Owner!.Value)));
    }

    [Fact]
    public async Task A_name_is_free_again_when_its_owner_withdraws_it()
    {
        await using var host = await new PluginHost().WithEcho("first").WithEcho("second").StartAsync();
        await new Echo(host, "first").OkAsync("commands.register-command", "roll", "", null);
        await new Echo(host, "first").OkAsync("commands.unregister-command", "roll");

        Assert.Equal("command.not_found", (await host.CommandAsync("roll")).Error!.Code.Value);
        await new Echo(host, "second").OkAsync("commands.register-command", "roll", "", null);
        Assert.True((await host.CommandAsync("roll")).IsSuccess);
    }

    [Theory]
    [InlineData(PluginOperation.Unload)]
    [InlineData(PluginOperation.Stop)]
    public async Task A_name_is_free_again_when_its_owner_is_out_of_service(PluginOperation operation)
    {
        await using var host = await new PluginHost().WithEcho("first").WithEcho("second").StartAsync();
        await new Echo(host, "first").OkAsync("commands.register-command", "roll", "", null);

        await host.DoAsync("first", operation);

        await new Echo(host, "second").OkAsync("commands.register-command", "roll", "", null);
        Assert.Equal("second", host.Commands.Commands.Single(command => command.Name == "roll").Owner!.Value);
    }

    [Fact]
    public async Task Nobody_can_withdraw_the_command_of_another()
    {
        await using var host = await new PluginHost().WithEcho("first").WithEcho("second").StartAsync();
        await new Echo(host, "first").OkAsync("commands.register-command", "roll", "", null);

        Assert.Equal(("not-found", "command roll"), await new Echo(host, "second").ErrorAsync("commands.unregister-command", "roll"));
        Assert.True((await host.CommandAsync("roll")).IsSuccess);
    }

    [Fact]
    public async Task Registering_again_replaces_the_own_command()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);
        await echo.OkAsync("commands.register-command", "roll", "first", null);

        await echo.OkAsync(
            "commands.register-command", "roll", "掷骰子 🎲", new { usage = "<n>d<m>", level = "room-host" });

        var command = host.Commands.Commands.Single(item => item.Name == "roll");
        Assert.Equal(("掷骰子 🎲", "<n>d<m>", CommandLevel.RoomHost), (command.Description, command.Usage, command.Level));
    }

    [Fact]
    public async Task Help_belongs_to_the_host()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        await new Echo(host).ErrorAsync("commands.register-command", "help", "mine", null);

        Assert.StartsWith("可用命令：", (await host.CommandAsync("help")).Value, StringComparison.Ordinal);
        Assert.True((await host.CommandAsync("echo:help")).IsSuccess);
    }
}
