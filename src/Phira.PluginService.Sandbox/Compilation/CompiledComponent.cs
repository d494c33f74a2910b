using System.Collections.Immutable;
using Phira.PluginService.Sandbox.Bridge;
using Phira.PluginService.Sandbox.Engine;
using Phira.PluginService.Sandbox.Reflection;
using Phira.PluginService.Sandbox.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Sandbox.Compilation;

/// <summary>A component as machine code, with the engine it belongs to. Disposing it while an instance lives is a mistake.</summary>
/// <param name="engine">The engine; owned from now on.</param>
/// <param name="native">The component; owned from now on.</param>
/// <param name="fromCache">Whether the machine code came from the cache.</param>
internal sealed class CompiledComponent(
    SandboxEngine engine, Component native, ComponentShape shape, bool fromCache, TimeSpan duration) : IDisposable
{
    /// <summary>The engine it runs on.</summary>
    public SandboxEngine Engine { get; } = engine;

    /// <summary>The component itself.</summary>
    public Component Native { get; } = native;

    /// <summary>The imports and exports of the component.</summary>
    public ComponentShape Shape { get; } = shape;

    /// <summary>Whether the machine code came from the cache.</summary>
    public bool FromCache { get; } = fromCache;

    /// <summary>Time that compiling or loading took.</summary>
    public TimeSpan Duration { get; } = duration;

    /// <summary>Layouts of the values that its functions take and return, by the number of the function.</summary>
    public ImmutableArray<FunctionLayout> Functions { get; } =
        [.. FunctionReader.Read(engine.Native, native, BridgeNames.Interface).Select(FunctionLayout.Of)];

    /// <summary>Layouts of the values that functions of the host take and return, by the number of the function.</summary>
    public ImmutableArray<FunctionLayout> Imports { get; } =
        [.. FunctionReader.ReadImports(engine.Native, native).SelectMany(served => served.Functions).Select(FunctionLayout.Of)];

    /// <summary>Reads the types of its imports and exports.</summary>
    public ReflectedComponent ReadTypes()
    {
        var types = ComponentReflection.Read(Engine.Native, Native);
        return new ReflectedComponent(
            types.Imports.RemoveAll(item => item.Name == BridgeNames.HostCall), types.Exports.RemoveAll(item => item.Name == BridgeNames.Interface));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Native.Dispose();
        Engine.Dispose();
    }
}
