using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Game;
using Phira.PluginService.GameServer.Upstream;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Testing;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>A whole game server on a free port of the loopback interface, with stand-ins for the API and the plugins.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    /// <summary>Only ends a test that hangs.</summary>
    public static readonly TimeSpan Patience = Eventually.Patience;

    private readonly ServiceProvider _services;

    private TestServer(Action<GameServerOptions>? configure, Action<IServiceCollection>? add)
    {
        var services = new ServiceCollection();
        add?.Invoke(services);
        services.AddLogging().AddMetrics();
        services.AddSingleton<IGameEvents>(Events).AddSingleton<ICommandRegistry>(Commands).TryAddSingleton<IPhiraApi>(Api);
        services.AddGameServer(options =>
        {
            options.Port = 0;
            options.ListenAddress = "127.0.0.1";
            options.ShutdownRoundSecs = 0;

            // A client of a test neither pings nor hurries; whoever tests these limits sets them.
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

    public RecordingEvents Events { get; } = new();

    public FakeCommands Commands { get; } = new();

    public FakePhiraApi Api { get; } = new();

    public IGameQueries Queries => Get<IGameQueries>();

    public IGameCommands Actions => Get<IGameCommands>();

    public IRoomCommands Rooms => Get<IRoomCommands>();

    public IBans Bans => Get<IBans>();

    public IServerSettings Settings => Get<IServerSettings>();

    public int Port => Get<IGameListener>().Port!.Value;

    public IServiceProvider Services => _services;

    public static async Task<TestServer> StartAsync(Action<GameServerOptions>? configure = null, Action<IServiceCollection>? add = null)
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
        await StopAsync();
        await _services.DisposeAsync();
    }
}
