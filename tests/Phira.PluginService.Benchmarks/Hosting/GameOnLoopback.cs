using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Results;
using Phira.PluginService.GameServer;
using Phira.PluginService.GameServer.Upstream;
using Phira.PluginService.Simulation.Api;

namespace Phira.PluginService.Benchmarks.Hosting;

/// <summary>The game server as the service runs it, without plugins, and with pauses and limits that never hold a player up.</summary>
internal sealed class GameOnLoopback : IAsyncDisposable
{
    private readonly PhiraApiStandIn _api;
    private readonly FastTime _time;
    private readonly ServiceProvider _services;

    private GameOnLoopback(PhiraApiStandIn api, FastTime time, ServiceProvider services)
    {
        _api = api;
        _time = time;
        _services = services;
    }

    public int Port => _services.GetRequiredService<IGameServerStatus>().Port!.Value;

    public static async Task<GameOnLoopback> StartAsync(int players)
    {
        var api = await PhiraApiStandIn.StartAsync();
        for (var i = 0; i < players; i++)
        {
            api.AddAccount(new PhiraAccount(i + 1, $"player{i}", "en-US", $"token{i}"));
        }

        var time = new FastTime();
        var services = new ServiceCollection();
        services.AddLogging().AddMetrics();
        services.AddSingleton<TimeProvider>(time).AddSingleton<IGameEvents, NoPlugins>().AddSingleton<ICommandRegistry, NoPlugins>();
        services.Configure<PhiraApiOptions>(options => options.BaseUrl = api.BaseAddress.ToString());
        services.AddGameServer(options =>
        {
            options.Port = 0;
            options.ListenAddress = "127.0.0.1";
            options.ShutdownRoundSecs = options.MinReplyDelayMs = options.RoomCopyDelayMs = options.ChartShownMs = options.ChartShownAfterLoginMs = 0;
            options.HandshakeTimeoutSecs = 60;
            options.SilenceTimeoutSecs = 300;
            options.Limits.SendQueue = 65_536;
            options.Limits.ReceiveQueue = 4_096;
            options.Limits.PacketsPerSec = 10_000;
            options.Limits.PacketBurst = 100_000;
            options.Limits.ChatPerSec = options.Limits.ChatBurst = 1_000;
        });
        var game = new GameOnLoopback(api, time, services.BuildServiceProvider());
        foreach (var service in game._services.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }

        return game;
    }

    /// <summary>From now on time passes so fast that players cannot reach the limits of rates, which the configuration bounds.</summary>
    public void LiftRates() => _time.Speed = 40;

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
        await _api.DisposeAsync();
    }

    private sealed class FastTime : TimeProvider
    {
        public int Speed { get; set; } = 1;

        public override long TimestampFrequency => base.TimestampFrequency / Speed;
    }

    private sealed class NoPlugins : IGameEvents, ICommandRegistry
    {
        public IReadOnlyList<CommandDescription> Commands => [];

        public bool HasSubscribers(string type) => false;

        public ValueTask<EventDecision> OfferAsync(GameEvent gameEvent, EventReplacement? replacement, CancellationToken cancellationToken) =>
            ValueTask.FromResult(EventDecision.Proceed);

        public void Publish(GameEvent gameEvent)
        {
        }

        public Task<Result<string>> InvokeAsync(string name, string arguments, CommandCaller caller, CancellationToken cancellationToken) =>
            Task.FromResult<Result<string>>("");
    }
}
