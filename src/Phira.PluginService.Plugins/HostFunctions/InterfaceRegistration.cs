using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>One line of the composition list: a host interface with its settings and the services that its folder brings along.</summary>
/// <param name="Settings">The settings of the interface; null when it has none.</param>
/// <param name="AddServices">Adds what its constructor asks for, and the ports of <c>.Core</c> that it implements; null when that is nothing.</param>
internal sealed record InterfaceRegistration(Type Interface, InterfaceSettings? Settings, Action<IServiceCollection>? AddServices)
{
    /// <summary>An interface without settings.</summary>
    public static InterfaceRegistration Of<TInterface>(Action<IServiceCollection>? addServices = null)
        where TInterface : HostInterface => new(typeof(TInterface), Settings: null, addServices);

    /// <summary>An interface with settings.</summary>
    public static InterfaceRegistration Of<TInterface, TOptions>(Action<IServiceCollection>? addServices = null)
        where TInterface : HostInterface
        where TOptions : class, IInterfaceOptions => new(typeof(TInterface), InterfaceSettings.Of<TOptions>(), addServices);

    /// <summary>Adds it to a host.</summary>
    public void Add(IServiceCollection services)
    {
        services.AddSingleton(typeof(HostInterface), Interface);
        Settings?.Add(services);
        AddServices?.Invoke(services);
    }
}
