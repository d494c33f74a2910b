using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Phira.PluginService.Plugins.Settings;

/// <summary>A section of the configuration, or a part of one, that belongs to a host interface.</summary>
public sealed class InterfaceSettings
{
    private readonly Action<IServiceCollection> _add;
    private readonly Action<IServiceCollection, Action<IServiceProvider, object>> _bind;

    private InterfaceSettings(
        string section, Type options, Action<IServiceCollection> add, Action<IServiceCollection, Action<IServiceProvider, object>> bind) =>
        (Section, Options, _add, _bind) = (section, options, add, bind);

    /// <summary>The name of the section.</summary>
    public string Section { get; }

    /// <summary>The options class whose public properties are the keys.</summary>
    public Type Options { get; }

    /// <summary>Fills the options from a configuration.</summary>
    /// <param name="apply">Writes the configured values into an object of the class <see cref="Options"/>.</param>
    public void Bind(IServiceCollection services, Action<IServiceProvider, object> apply) => _bind(services, apply);

    internal static InterfaceSettings Of<TOptions>()
        where TOptions : class, IInterfaceOptions => new(
        TOptions.Section,
        typeof(TOptions),
        services =>
        {
            services.AddOptions<TOptions>().ValidateOnStart();
            services.AddSingleton<IValidateOptions<TOptions>, InterfaceOptionsValidator<TOptions>>();
        },
        (services, apply) => services.AddOptions<TOptions>().Configure<IServiceProvider>((options, provider) => apply(provider, options)));

    internal void Add(IServiceCollection services) => _add(services);
}
