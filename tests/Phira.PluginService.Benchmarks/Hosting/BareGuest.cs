using Phira.PluginService.Testing;
using Wasmtime;
using Wasmtime.Components;

namespace Phira.PluginService.Benchmarks.Hosting;

/// <summary>A test guest on <c>Wasmtime.Components</c> and nothing else: no limits, no permissions, no measuring, no thread of its own.</summary>
internal sealed class BareGuest : IDisposable
{
    private const string Lifecycle = "phira:plugin/lifecycle@1.0.0";
    private const string EventHandler = "phira:plugin/event-handler@1.0.0";

    private const string StateHandler = "phira:plugin/state-handler@1.0.0";

    private readonly ComponentLinker _linker;
    private readonly Store _store;

    public BareGuest(Wasmtime.Engine engine, Component component)
    {
        _linker = new ComponentLinker(engine);
        Define("phira:plugin/events@1.0.0", "subscribe-event", () => ComponentValue.Ok(null));
        Define("phira:plugin/users@1.0.0", "get-online-user-count", () => ComponentValue.Ok(ComponentValue.U32(0)));
        _store = new Store(engine);
        var instance = _linker.Instantiate(_store, component);
        Init = instance.GetFunction(Lifecycle, "init")!;
        Start = instance.GetFunction(Lifecycle, "start")!;
        OnEvent = instance.GetFunction(EventHandler, "on-event");
        SaveState = instance.GetFunction(StateHandler, "save-state");
        RestoreState = instance.GetFunction(StateHandler, "restore-state");
    }

    public ComponentFunction Init { get; }

    public ComponentFunction Start { get; }

    public ComponentFunction? OnEvent { get; }

    public ComponentFunction? SaveState { get; }

    public ComponentFunction? RestoreState { get; }

    public static Component Compile(Wasmtime.Engine engine, string guest) => Component.FromBytes(engine, RepositoryFiles.Guest(guest));

    public void Dispose()
    {
        _store.Dispose();
        _linker.Dispose();
    }

    private void Define(string interfaceName, string function, Func<ComponentValue> reply)
    {
        using var root = _linker.Root();
        using var instance = root.AddInstance(interfaceName);
        instance.DefineFunction(function, (_, results) => results[0] = reply());
    }
}
