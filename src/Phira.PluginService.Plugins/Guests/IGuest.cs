using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Values;
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
    /// <param name="write">Writes the arguments, as one tuple.</param>
    /// <param name="read">Reads the value, which is gone afterwards. When it throws, the component returned something else, and the instance is lost.</param>
    GuestAnswer<T> Call<TState, T>(GuestFunction function, TState state, Action<ValueWriter, TState> write, Func<ValueReader?, T> read)
        where TState : allows ref struct;

    /// <summary>Calls a function that returns <c>result&lt;…, string&gt;</c> with values that are small enough to be objects.</summary>
    /// <param name="read">Reads the value. When it throws, the component returned something else, and the instance is lost.</param>
    GuestAnswer<T> Call<T>(GuestFunction function, Func<ComponentValue?, T> read, params ComponentValue[] arguments) =>
        Call(function, arguments, ValueTree.WriteAll, value => read(value is { } payload ? ValueTree.Read(payload) : null));

    /// <summary>Calls a function that returns <c>result&lt;_, string&gt;</c>.</summary>
    GuestAnswer<bool> Call(GuestFunction function, params ComponentValue[] arguments) => Call(function, arguments, ValueTree.WriteAll, static _ => true);
}
