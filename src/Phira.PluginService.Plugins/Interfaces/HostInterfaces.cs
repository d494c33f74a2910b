using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Interfaces.Charts;
using Phira.PluginService.Plugins.Interfaces.Clock;
using Phira.PluginService.Plugins.Interfaces.Commands;
using Phira.PluginService.Plugins.Interfaces.Configuration;
using Phira.PluginService.Plugins.Interfaces.Events;
using Phira.PluginService.Plugins.Interfaces.HttpClient;
using Phira.PluginService.Plugins.Interfaces.HttpRoutes;
using Phira.PluginService.Plugins.Interfaces.HttpStreams;
using Phira.PluginService.Plugins.Interfaces.Log;
using Phira.PluginService.Plugins.Interfaces.Messages;
using Phira.PluginService.Plugins.Interfaces.Metrics;
using Phira.PluginService.Plugins.Interfaces.Records;
using Phira.PluginService.Plugins.Interfaces.Rooms;
using Phira.PluginService.Plugins.Interfaces.Services;
using Phira.PluginService.Plugins.Interfaces.SharedStorage;
using Phira.PluginService.Plugins.Interfaces.Storage;
using Phira.PluginService.Plugins.Interfaces.System;
using Phira.PluginService.Plugins.Interfaces.Timers;
using Phira.PluginService.Plugins.Interfaces.Users;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Interfaces;

/// <summary>
/// The composition list of the host interfaces. The code of one of them is in its folder: functions with their permissions and quotas, settings, metrics,
/// what it keeps of all plugins, of one plugin and of an instance, and the ports of <c>.Core</c> that it implements. A new one needs its folder, its WIT
/// file and a line here. Names of permissions stand in <c>.Packaging</c>, which checks manifests, and texts in the catalogs of <c>.Core</c>.
/// </summary>
public static class HostInterfaces
{
    private static readonly ImmutableArray<InterfaceRegistration> All =
    [
        InterfaceRegistration.Of<UsersInterface>(),
        InterfaceRegistration.Of<RoomsInterface>(),
        InterfaceRegistration.Of<ChartsInterface, ChartsOptions>(),
        InterfaceRegistration.Of<RecordsInterface>(),
        InterfaceRegistration.Of<EventsInterface, EmittingOptions>(),
        InterfaceRegistration.Of<CommandsInterface>(),
        InterfaceRegistration.Of<MessagesInterface, MessagesOptions>(),
        InterfaceRegistration.Of<ConfigurationInterface, ConfigSavingOptions>(),
        InterfaceRegistration.Of<StorageInterface, PluginStorageOptions>(),
        InterfaceRegistration.Of<SharedStorageInterface, SharedStorageOptions>(),
        InterfaceRegistration.Of<LogInterface>(),
        InterfaceRegistration.Of<ClockInterface>(),
        InterfaceRegistration.Of<TimersInterface, TimersOptions>(),
        InterfaceRegistration.Of<HttpClientInterface, HttpClientOptions>(HttpClientInterface.AddServices),
        InterfaceRegistration.Of<HttpRoutesInterface, RoutesOptions>(HttpRoutesInterface.AddServices),
        InterfaceRegistration.Of<HttpStreamsInterface, StreamsOptions>(HttpStreamsInterface.AddServices),
        InterfaceRegistration.Of<ServicesInterface, ServicesOptions>(ServicesInterface.AddServices),
        InterfaceRegistration.Of<MetricsInterface, MetricsOptions>(MetricsInterface.AddServices),
        InterfaceRegistration.Of<SystemInterface, ProgramsOptions>(),
    ];

    /// <summary>The settings of all of them.</summary>
    public static IEnumerable<InterfaceSettings> Settings => All.Select(registration => registration.Settings).OfType<InterfaceSettings>();

    internal static void AddTo(IServiceCollection services)
    {
        foreach (var registration in All)
        {
            registration.Add(services);
        }
    }
}
