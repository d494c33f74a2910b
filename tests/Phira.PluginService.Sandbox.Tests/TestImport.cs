using Phira.PluginService.Sandbox.Bridge;
using Phira.PluginService.Sandbox.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Sandbox.Tests;

/// <summary>A function of the host that a test makes.</summary>
/// <param name="call">Carries it out.</param>
internal sealed class TestImport(string interfaceName, string name, Func<ComponentValue[], ComponentValue?> call) : GuestImport(interfaceName, name)
{
    private ComponentValue? _result;

    public TestImport(string interfaceName, string name, Action<ComponentValue[]> call)
        : this(interfaceName, name, arguments =>
        {
            call(arguments);
            return null;
        })
    {
    }

    public override void Invoke(ValueReader arguments) => _result = call(ValueTree.ReadAll(arguments));

    public override void Write(ValueWriter result) => ValueTree.Write(result, _result!);
}
