using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Bans;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Hosting;
using Phira.PluginService.GameServer.Lifetime;
using Phira.PluginService.GameServer.Moderation;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Ports;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Sessions;
using Phira.PluginService.GameServer.Settings;
using Phira.PluginService.GameServer.Telemetry;
using Phira.PluginService.GameServer.Upstream;
using Phira.PluginService.GameServer.Users;

namespace Phira.PluginService.GameServer;

/// <summary>Adds the game server to a host.</summary>
public static class GameServerServiceCollectionExtensions
{
    /// <summary>
    /// Adds the game server, which listens while the host runs, and its ports <see cref="IGameQueries"/>,
    /// <see cref="IGameCommands"/>, <see cref="IRoomCommands"/>, <see cref="IBans"/>, <see cref="IServerSettings"/>,
    /// <see cref="IGameServerStatus"/> and <see cref="IGameDrain"/>. The host must offer <c>IGameEvents</c>, <c>ICommandRegistry</c>, logging and metrics, and
    /// should offer <see cref="IBanStore"/> and <see cref="IServerSettingsStore"/>: without them, bans and settings last as long as
    /// the process. Configuration: <see cref="GameServerOptions"/> and
    /// <see cref="PhiraApiOptions"/>, both validated when the host starts.
    /// </summary>
    /// <param name="configure">Sets options in code; null for none.</param>
    public static IServiceCollection AddGameServer(this IServiceCollection services, Action<GameServerOptions>? configure = null)
    {
        var options = services.AddOptions<GameServerOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GameServerOptions>, GameServerOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddPhiraApi();
        AddState(services);
        AddModeration(services);
        AddSessions(services);
        services.TryAddSingleton<IGameQueries, GameQueries>();
        services.TryAddSingleton<IGameCommands, GameCommands>();
        services.TryAddSingleton<IRoomCommands, RoomCommands>();
        services.TryAddSingleton<IChartLookup, ChartLookup>();
        services.TryAddSingleton<ITranslatedMessages, TranslatedMessages>();
        services.TryAddSingleton<StateLoader>();
        services.TryAddSingleton<GameServerGauges>();
        services.TryAddSingleton<Farewell>();
        services.TryAddSingleton<GameServerService>();
        services.TryAddSingleton<IGameServerStatus>(provider => provider.GetRequiredService<GameServerService>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<GameServerService>());
        return services;
    }

    private static void AddState(IServiceCollection services)
    {
        services.TryAddSingleton<BackgroundTasks>();
        services.TryAddSingleton<ServerSwitches>();
        services.TryAddSingleton<GameDrain>();
        services.TryAddSingleton<IGameDrain>(provider => provider.GetRequiredService<GameDrain>());
        services.TryAddSingleton<GameMetrics>();
        services.TryAddSingleton(Random.Shared);
        services.TryAddSingleton<ConnectionTable>();
        services.TryAddSingleton<IConnectionOutbox>(provider => provider.GetRequiredService<ConnectionTable>());
        services.TryAddSingleton<UserDirectory>();
        services.TryAddSingleton<IRoomMembership>(provider => provider.GetRequiredService<UserDirectory>());
        services.TryAddSingleton<UserPresence>();
        services.TryAddSingleton<RoomDirectory>();
        services.TryAddSingleton<RoomEffectHandler>();
    }

    private static void AddModeration(IServiceCollection services)
    {
        services.TryAddSingleton<IBanStore, VolatileBanStore>();
        services.TryAddSingleton<IServerSettingsStore, VolatileServerSettingsStore>();
        services.TryAddSingleton<BanList>();
        services.TryAddSingleton<LiveSettings>();
        services.TryAddSingleton<LoginGate>();
        services.TryAddSingleton<IBans, Moderator>();
        services.TryAddSingleton<IServerSettings>(provider => provider.GetRequiredService<LiveSettings>());
    }

    private static void AddSessions(IServiceCollection services)
    {
        services.TryAddSingleton<IUsedRecordStore, VolatileUsedRecordStore>();
        services.TryAddSingleton<UsedRecords>();
        services.TryAddSingleton<IRoundRecordStore, VolatileRoundRecordStore>();
        services.TryAddSingleton<RoundHistory>();
        services.TryAddSingleton<LoginRates>();
        services.TryAddSingleton<PluginConsent>();
        services.TryAddSingleton<LoginHandler>();
        services.TryAddSingleton<ChatCommandRunner>();
        services.TryAddSingleton<ChatHandler>();
        services.TryAddSingleton<RoomDoorHandler>();
        services.TryAddSingleton<RoundHandler>();
        services.TryAddSingleton<RequestDispatcher>();
        services.TryAddSingleton<GameListener>();
        services.TryAddSingleton<TrustedProxies>();
        services.TryAddSingleton<RefusalReporter>();
        services.TryAddSingleton<ConnectionAdmission>();
        services.TryAddSingleton<ConnectionHandler>();
        services.TryAddSingleton<PacketLimits>();
        services.TryAddSingleton<PrefaceHandler>();
        services.TryAddSingleton<SessionRunner>();
    }
}
