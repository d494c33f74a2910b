using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Settings;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>The changes that administrators make while the server runs.</summary>
public sealed class LiveSettingsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_message_of_the_day_is_read_after_each_login()
    {
        await using var server = await TestServer.StartAsync();
        await ChangeAsync(server, settings => settings with { MessageOfTheDay = "欢迎\nBe kind." });

        await using var a = await server.LoginAsync(100);

        await a.SeesAsync(new ChatMessage(0, "欢迎"), new ChatMessage(0, "Be kind."));
    }

    [Fact]
    public async Task Without_a_message_nothing_is_said()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);

        await a.SendAsync(PingCommand.Instance);
        await a.SeesAsync(PongCommand.Instance);
    }

    [Fact]
    public async Task Rooms_are_not_opened_while_that_is_switched_off()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await ChangeAsync(server, settings => settings with { IsRoomCreationOn = false });

        var refused = await a.RequestAsync<CreateRoomReply>(new CreateRoomCommand(TestClient.Room("room")));
        var plugin = await server.Rooms.CreateRoomAsync(8, Stop);
        await ChangeAsync(server, settings => settings with { IsRoomCreationOn = true });
        await a.DoAsync(new CreateRoomCommand(TestClient.Room("room")));

        Assert.Equal("New rooms are not accepted now", refused.Result.Error);
        Assert.Equal(RoomErrors.CreationOff, plugin.Error!.Code);
    }

    [Fact]
    public async Task Maintenance_lets_in_only_those_who_are_admitted_or_here_already()
    {
        await using var server = await TestServer.StartAsync(options => options.Admins = [300]);
        await using var here = await server.LoginAsync(100);
        await here.DoAsync(new CreateRoomCommand(TestClient.Room("room")));
        await ChangeAsync(
            server, settings => settings with { IsInMaintenance = true, AdmittedInMaintenance = [new UserId(400)] });

        await using var stranger = await server.ConnectAsync();
        var refused = Assert.IsType<AuthenticateReply>(await stranger.LoginAsync("t200"));
        await using var admin = await server.LoginAsync(300);
        await using var admitted = await server.LoginAsync(400);
        await using var reconnected = await server.LoginAsync(100);

        Assert.Equal("The server is under maintenance, please come back later", refused.Result.Error);
        Assert.Empty(await stranger.ReadToEndAsync());
    }

    [Fact]
    public async Task Maintenance_may_have_a_text_of_its_own()
    {
        await using var server = await TestServer.StartAsync();
        await ChangeAsync(server, settings => settings with { IsInMaintenance = true, MaintenanceText = "back at noon" });

        await using var stranger = await server.ConnectAsync();

        Assert.Equal("back at noon", Assert.IsType<AuthenticateReply>(await stranger.LoginAsync("t200")).Result.Error);
    }

    [Fact]
    public async Task Settings_survive_a_restart()
    {
        var store = new OneSettings { Stored = new ServerSettings { MessageOfTheDay = "as before" } };
        await using var server = await TestServer.StartAsync(add: services => services.AddSingleton<IServerSettingsStore>(store));

        Assert.Equal("as before", server.Settings.Current.MessageOfTheDay);
        await ChangeAsync(server, settings => settings with { MessageOfTheDay = "from now on" });

        Assert.Equal("from now on", store.Stored.MessageOfTheDay);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused()
    {
        await using var server = await TestServer.StartAsync();

        var result = await server.Settings.ChangeAsync(
            settings => settings with { MaintenanceText = new string('x', ServerSettings.MaxText + 1) }, "ann", Stop);

        Assert.Equal(ServerSettingsErrors.TextTooLong, result.Error!.Code);
        Assert.Equal("", server.Settings.Current.MaintenanceText);
    }

    [Fact]
    public async Task A_stopping_server_lets_rounds_finish_but_none_begin()
    {
        await using var server = await TestServer.StartInRealTimeAsync(options => options.ShutdownRoundSecs = 600);
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await a.DoAsync(new CreateRoomCommand(TestClient.Room("one")), new SelectChartCommand(5), RequestStartCommand.Instance);
        await b.DoAsync(new CreateRoomCommand(TestClient.Room("two")), new SelectChartCommand(5));

        var stopping = server.StopAsync();

        await b.SeesAsync(
            new ChatMessage(0, "The server shuts down when the rounds in progress end, after 600 seconds at the latest; new ones cannot begin"));
        Assert.Equal("The server is shutting down", (await b.RequestAsync<RequestStartReply>(RequestStartCommand.Instance)).Result.Error);
        await using var late = await server.ConnectAsync();
        Assert.Equal("The server is shutting down", Assert.IsType<AuthenticateReply>(await late.LoginAsync("t300")).Result.Error);
        Assert.Equal(RoomPhase.Playing, server.Queries.FindRoom("one")!.Phase);
        Assert.False(stopping.IsCompleted);
        await a.DoAsync(new PlayedCommand(1_100));

        Assert.Contains(new MessageCommand(new ChatMessage(0, "The server is shutting down")), await a.ReadToEndAsync());
        await b.DisposeAsync();
        await stopping;
    }

    [Fact]
    public async Task A_round_that_does_not_end_holds_a_stopping_server_no_longer_than_allowed()
    {
        await using var server = await TestServer.StartInRealTimeAsync(options => options.ShutdownRoundSecs = 0.2);
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(TestClient.Room("one")), new SelectChartCommand(5), RequestStartCommand.Instance);

        var stopping = server.StopAsync();
        await a.ReadToEndAsync();
        await stopping;
    }

    [Fact]
    public async Task The_commands_of_administrators_in_chat_are_for_configured_accounts()
    {
        await using var server = await TestServer.StartAsync(options => options.Admins = [100]);
        server.Commands.Invoke = (_, _, caller, _) => Task.FromResult<Result<string>>(caller.Level.ToString());
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);

        await a.SendAsync(new ChatCommand("/who"));
        await b.SendAsync(new ChatCommand("/who"));

        await a.SeesAsync(new ChatMessage(0, "Admin"));
        await b.SeesAsync(new ChatMessage(0, "Player"));
    }

    private static async Task ChangeAsync(TestServer server, Func<ServerSettings, ServerSettings> change) =>
        Assert.True((await server.Settings.ChangeAsync(change, "ann", Stop)).IsSuccess);

    private sealed class OneSettings : IServerSettingsStore
    {
        public required ServerSettings Stored { get; set; }

        public Task<ServerSettings?> LoadAsync(CancellationToken cancellationToken) => Task.FromResult<ServerSettings?>(Stored);

        public Task SaveAsync(ServerSettings settings, string changedBy, CancellationToken cancellationToken)
        {
            Stored = settings;
            return Task.CompletedTask;
        }
    }
}
