using System.Collections.Immutable;
using System.Text;
using Phira.PluginService.Sandbox.Binary;
using Phira.PluginService.Sandbox.Native;
using Phira.PluginService.Sandbox.Values;
using Wasmtime;

namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>
/// Puts a guest, a bridge to its functions and one to what it imports from the host into one component, beside each other: none can reach into the
/// other but by the functions that the engine makes between them, which check every value.
/// </summary>
internal static unsafe class BridgedComponent
{
    /// <summary>Composes them.</summary>
    /// <param name="functions">The functions, in the order in which they are numbered.</param>
    /// <param name="imports">The interfaces that the host serves, in the order in which their functions are numbered.</param>
    /// <exception cref="WasmtimeException">The guest's form is not supported.</exception>
    public static byte[] Compose(ReadOnlySpan<byte> guest, ImmutableArray<WitFunction> functions, ImmutableArray<WitInterface> imports)
    {
        try
        {
            return Compose(guest, ComponentDeclarations.Read(guest), functions, imports);
        }
        catch (WasmFormatException exception)
        {
            throw new WasmtimeException("the component does not begin with its imports", exception);
        }
    }

    private static byte[] Compose(
        ReadOnlySpan<byte> guest, ComponentDeclarations declared, ImmutableArray<WitFunction> functions, ImmutableArray<WitInterface> imports)
    {
        // Each part imports all definitions, so they have to be known first.
        var definitions = new TypeDefinitions();
        _ = BridgeText.For(functions, definitions);
        var served = ImportText.For(imports, definitions);
        var calls = BridgeText.For(functions, definitions);

        var writer = new ComponentWriter();
        writer.Raw(declared.Bytes);
        writer.ImportFunction(BridgeNames.HostCall, ["number", "arguments", "result"], declared.CountOf(ComponentSort.Type));
        writer.Section(ComponentSections.Components, ToBinary(definitions.Component()));
        writer.Section(ComponentSections.Components, ToBinary(served));
        writer.Section(ComponentSections.Components, guest);
        writer.Section(ComponentSections.Components, ToBinary(calls));

        var composition = new Composition(writer, declared);
        composition.AddImports(imports);
        composition.AddGuest();
        composition.AddCalls(functions);
        composition.Export(functions);
        return writer.Bytes.ToArray();
    }

    private static byte[] ToBinary(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        NativeBytes binary;
        fixed (byte* first = bytes)
        {
            NativeError.Check(ComponentApi.ToBinary(first, (nuint)bytes.Length, &binary));
        }

        try
        {
            return new ReadOnlySpan<byte>(binary.Data, checked((int)binary.Length)).ToArray();
        }
        finally
        {
            ComponentApi.DeleteBytes(&binary);
        }
    }
}
