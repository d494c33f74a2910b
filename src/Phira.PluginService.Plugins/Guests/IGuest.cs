using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Execution;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Guests;

/// <summary>An instance as the work sees it that is done on its thread. Used on that thread only.</summary>
internal interface IGuest
{
    /// <summary>The plugin as host functions see it.</summary>
    HostContext Context { get; }

    /// <summary>Finds a function that it exports.</summary>
    /// <returns>The function, or null when it does not export it.</returns>
    GuestFunction? Find(GuestExport export);

    /// <summary>Calls a function that returns <c>result&lt;…, string&gt;</c>.</summary>
    /// <param name="read">Reads the value. When it throws, the component returned something else, and the instance is lost.</param>
    GuestAnswer<T> Call<T>(GuestFunction function, Func<ComponentValue?, T> read, params ComponentValue[] arguments);

    /// <summary>Calls a function that returns <c>result&lt;_, string&gt;</c>.</summary>
    GuestAnswer<bool> Call(GuestFunction function, params ComponentValue[] arguments) => Call(function, static _ => true, arguments);
}
