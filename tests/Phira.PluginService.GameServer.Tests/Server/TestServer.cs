using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Game;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Upstream;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Testing;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>
/// A whole game server on a free port of the loopback interface, with stand-ins for the API and the plugins. Time stands still in it unless a test
/// moves it, or asks for real time: no test may fail because the machine is slow.
/// </summary>
internal sealed class TestServer : IAsyncDisposable
{
    /// <summary>Only ends a test that hangs.</summary>
    public static readonly TimeSpan Patience = Eventually.Patience;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly ServiceProvider _services;

    private TestServer(Action<GameServerOptions>? configure, Action<IServiceCollection>? add)
    {
        var services = new ServiceCollection();
        add?.Invoke(services);
        services.TryAddSingleton<TimeProvider>(Clock);
        services.AddLogging().AddMetrics();
        services.AddSingleton<IGameEvents>(Events).AddSingleton<ICommandRegistry>(Commands).TryAddSingleton<IPhiraApi>(Api);
        services.AddGameServer(options =>
        {
            options.Port = 0;
            options.ListenAddress = "127.0.0.1";
            options.ShutdownRoundSecs = 0;

            // A client of a test neither pings nor hurries; tests of these limits set them.
            options.HandshakeTimeoutSecs = 60;
            options.SilenceTimeoutSecs = 300;
            options.ReconnectGraceSecs = options.PlayingReconnectGraceSecs = 3_600;
            options.Limits.MaxUnauthenticatedPerAddress = 1_000;
            options.Limits.LoginBurst = 100_000;
            options.Limits.RoomOperationBurst = 1_000;
            options.Limits.PacketBurst = 10_000;
            options.Limits.LookupBurst = 1_000;
            options.Limits.ChatBurst = 1_000;
            configure?.Invoke(options);
        });
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>The server's time, unless it was given another one.</summary>
    public StandingClock Clock { get; } = new();

    public RecordingEvents Events { get; } = new();

    public FakeCommands Commands { get; } = new();

    public FakePhiraApi Api { get; } = new();

    public IGameQueries Queries => Get<IGameQueries>();

    public IGameCommands Actions => Get<IGameCommands>();

    public IRoomCommands Rooms => Get<IRoomCommands>();

    public IBans Bans => Get<IBans>();

    public IServerSettings Settings => Get<IServerSettings>();

    public int Port => Get<IGameServerStatus>().Port!.Value;

    public IServiceProvider Services => _services;

    /// <summary>A server whose pauses between frames, rates and limits run in real time.</summary>
    public static Task<TestServer> StartInRealTimeAsync(Action<GameServerOptions>? configure = null) => RunAsync(
        configure, services => services.AddSingleton(TimeProvider.System));

    public static Task<TestServer> StartAsync(Action<GameServerOptions>? configure = null, Action<IServiceCollection>? add = null) => RunAsync(
        options =>
        {
            options.MinReplyDelayMs = options.RoomCopyDelayMs = options.ChartShownMs = options.ChartShownAfterLoginMs = 0;
            configure?.Invoke(options);
        },
        add);

    private static async Task<TestServer> RunAsync(Action<GameServerOptions>? configure, Action<IServiceCollection>? add)
    {
        var server = new TestServer(configure, add);
        server.Get<IStartupValidator>().Validate();
        foreach (var service in server._services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }

        return server;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A connection that has not said anything but its version.</summary>
    public Task<TestClient> ConnectAsync() => TestClient.ConnectAsync(Port);

    /// <summary>A logged-in player.</summary>
    public async Task<TestClient> LoginAsync(int user)
    {
        var client = await ConnectAsync();
        var reply = Assert.IsType<AuthenticateReply>(await client.LoginAsync($"t{user}"));
        Assert.True(reply.Result.IsSuccess, reply.Result.Error);
        return client;
    }

    public async Task StopAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>().Reverse())
        {
            await service.StopAsync(CancellationToken.None).WaitAsync(Patience);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await LetTimePassAsync(StopAsync());
        await _services.DisposeAsync();
    }

    /// <summary>Farewells are over sooner or later, also those that nobody answers.</summary>
    private async Task LetTimePassAsync(Task stopping)
    {
        while (!stopping.IsCompleted)
        {
            Clock.Advance(Step);
            await Task.WhenAny(stopping, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System));
        }

        await stopping;
    }
}
