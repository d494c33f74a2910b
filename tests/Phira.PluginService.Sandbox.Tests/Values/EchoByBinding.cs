using Wasmtime;
using Wasmtime.Components;

namespace Phira.PluginService.Sandbox.Tests.Values;

/// <summary>Calls an <see cref="EchoComponent"/> by the engine's .NET binding.</summary>
internal static class EchoByBinding
{
    /// <summary>Returns the result of the component as text.</summary>
    public static string Call(byte[] bytes, ComponentValue value)
    {
        using var engine = new Wasmtime.Engine();
        using var component = Component.FromBytes(engine, bytes);
        return Call(engine, component, value);
    }

    /// <summary>Returns the result of the component as text.</summary>
    public static string Call(Wasmtime.Engine engine, Component component, ComponentValue value)
    {
        using var linker = new ComponentLinker(engine);
        using var store = new Store(engine);
        Define(linker);
        return ValueText.Of(linker.Instantiate(store, component).GetFunction(EchoComponent.Interface, "echo")!.Call(value));
    }

    private static void Define(ComponentLinker linker)
    {
        using var root = linker.Root();
        using var instance = root.AddInstance(EchoComponent.Interface);
        instance.DefineFunction("echo", (arguments, results) => results[0] = arguments[0]);
    }
}
