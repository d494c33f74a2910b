using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>One line of the composition list: a host interface with its settings.</summary>
/// <param name="Settings">Its settings; null when it has none.</param>
internal sealed record InterfaceRegistration(Type Interface, InterfaceSettings? Settings)
{
    /// <summary>An interface without settings.</summary>
    public static InterfaceRegistration Of<TInterface>()
        where TInterface : HostInterface => new(typeof(TInterface), Settings: null);

    /// <summary>An interface with settings.</summary>
    public static InterfaceRegistration Of<TInterface, TOptions>()
        where TInterface : HostInterface
        where TOptions : class, IInterfaceOptions => new(typeof(TInterface), InterfaceSettings.Of<TOptions>());

    /// <summary>Adds it to a host.</summary>
    public void Add(IServiceCollection services)
    {
        services.AddSingleton(typeof(HostInterface), Interface);
        Settings?.Add(services);
    }
}
