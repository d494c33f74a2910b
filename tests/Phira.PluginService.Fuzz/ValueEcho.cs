using Phira.PluginService.Core.Limits;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Tests;
using Phira.PluginService.Sandbox.Tests.Values;
using Phira.PluginService.Sandbox.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Fuzz;

/// <summary>
/// Passes a value to a component and back, over the bridge and by the engine's .NET binding: both return the same. The first byte of an input chooses the type,
/// the second the way, the others are the value. Belongs to one thread.
/// </summary>
/// <param name="compile">Compiles a component as the service does.</param>
internal sealed class ValueEcho(Func<byte[], CompiledComponent> compile, EpochTicker ticker) : IDisposable
{
    private static readonly ResourceLimits Limits = new();

    private readonly Dictionary<(byte Type, bool ThroughTheHost), (WitType Type, CompiledComponent Bridged, Component Bare)> _compiled = [];
    private readonly Wasmtime.Engine _engine = new();

    /// <summary>Runs an input.</summary>
    public void Run(byte[] input)
    {
        if (input is not [var number, var way, ..])
        {
            return;
        }

        var throughTheHost = way % 2 == 1;
        if (!_compiled.TryGetValue((number, throughTheHost), out var compiled))
        {
            _compiled[(number, throughTheHost)] = compiled = Compile(number, throughTheHost);
        }

        var value = new RandomValues(new ByteRandom(input.AsMemory(2))).Value(compiled.Type);
        var (bridged, bare) = (OverTheBridge(compiled.Bridged, value), EchoByBinding.Call(_engine, compiled.Bare, value));
        if (bridged != bare)
        {
            throw new InvalidOperationException($"What comes back over the bridge is what the binding returns.\n{bridged}\n{bare}");
        }
    }

    public void Dispose()
    {
        foreach (var (_, bridged, bare) in _compiled.Values)
        {
            bridged.Dispose();
            bare.Dispose();
        }

        _engine.Dispose();
    }

    private (WitType Type, CompiledComponent Bridged, Component Bare) Compile(byte number, bool throughTheHost)
    {
        // Where the host is not asked, arguments and result are in memory.
        var type = new RandomValues(new Random(number)).Type();
        var given = throughTheHost ? type : EchoComponent.Padded(type);
        var bytes = throughTheHost ? EchoComponent.ThroughTheHost(type) : EchoComponent.InMemory(type);
        return (given, compile(bytes), Component.FromBytes(_engine, bytes));
    }

    private string OverTheBridge(CompiledComponent component, ComponentValue value)
    {
        var setup = new GuestSetup(Limits, ticker, TimeProvider.System, [new TestImport(EchoComponent.Interface, "echo", arguments => arguments[0])]);
        using var guest = WasmInstance.Create(component, setup, out var fault) ?? throw new InvalidOperationException(fault!.Details);
        var result = guest.Call(guest.Find(EchoComponent.Interface, "echo", "echo")!, CallLimits.From(Limits), value);
        return result.Fault is null ? ValueText.Of(ValueTree.Read(result.Value!.Value)) : throw new InvalidOperationException(result.Fault.Details);
    }
}
