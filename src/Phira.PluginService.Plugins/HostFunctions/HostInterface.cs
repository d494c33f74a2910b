using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>
/// One interface of the WIT package that the host offers. There is one object for the host, which gets its services and options in its constructor;
/// it makes what is kept of each plugin and what serves each instance.
/// </summary>
/// <param name="name">The name in the WIT package.</param>
/// <param name="functions">The functions, in the order of the WIT file.</param>
internal abstract class HostInterface(string name, ImmutableArray<HostFunction> functions)
{
    /// <summary>The name of the interface in the WIT package.</summary>
    public string Name => name;

    /// <summary>The name under which components import it.</summary>
    public string ImportName { get; } = WitPackage.Interface(name);

    /// <summary>The functions, in the order of the WIT file.</summary>
    public ImmutableArray<HostFunction> Functions => functions;

    /// <summary>Creates the state of a plugin that outlives its instances, such as its rates; null when there is none.</summary>
    public abstract object? CreateState(PluginName plugin);

    /// <summary>Creates the handlers of one instance.</summary>
    /// <param name="state">The state that <see cref="CreateState"/> created for the plugin.</param>
    public abstract BoundInterface Bind(InstanceScope scope, object? state);
}
