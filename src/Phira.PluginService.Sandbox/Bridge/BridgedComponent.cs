using System.Collections.Immutable;
using System.Text;
using Phira.PluginService.Sandbox.Binary;
using Phira.PluginService.Sandbox.Native;
using Phira.PluginService.Sandbox.Values;
using Wasmtime;

namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>
/// Puts a guest and a bridge to its functions into one component, beside each other: neither can reach into the other but by the functions
/// that the engine makes between them, which check every value.
/// </summary>
internal static unsafe class BridgedComponent
{
    /// <summary>Composes them.</summary>
    /// <param name="guest">The guest's component.</param>
    /// <param name="functions">Its functions, in the order in which they are numbered.</param>
    /// <exception cref="WasmtimeException">The guest's form is not supported.</exception>
    public static byte[] Compose(ReadOnlySpan<byte> guest, ImmutableArray<WitFunction> functions)
    {
        try
        {
            return Compose(guest, ComponentDeclarations.Read(guest), functions);
        }
        catch (WasmFormatException exception)
        {
            throw new WasmtimeException("the component does not begin with its imports", exception);
        }
    }

    private static byte[] Compose(ReadOnlySpan<byte> guest, ComponentDeclarations declared, ImmutableArray<WitFunction> functions)
    {
        var (types, bridge) = BridgeText.For(functions);
        var writer = new ComponentWriter();
        writer.Raw(declared.Bytes);
        writer.Section(ComponentSections.Components, guest);
        writer.Section(ComponentSections.Components, ToBinary(types));
        writer.Section(ComponentSections.Components, ToBinary(bridge));

        var component = declared.CountOf(ComponentSort.Component);
        var guestInstance = declared.CountOf(ComponentSort.Instance);
        var (typesInstance, nextInstance, nextFunction) = (guestInstance + 1, guestInstance + 2, declared.CountOf(ComponentSort.Function));
        writer.Instance(component, [.. declared.Imports.Select(import => (import.Name, import.Sort, import.Index))]);
        writer.Instance(component + 1, []);

        var arguments = new List<(string Name, ComponentSort Sort, int Index)> { ("types", ComponentSort.Instance, typesInstance) };
        var interfaces = new Dictionary<string, int>(StringComparer.Ordinal) { [""] = guestInstance };
        foreach (var (number, function) in functions.Index())
        {
            if (!interfaces.TryGetValue(function.Interface, out var instance))
            {
                writer.Alias(ComponentSort.Instance, guestInstance, function.Interface);
                interfaces[function.Interface] = instance = nextInstance++;
            }

            writer.Alias(ComponentSort.Function, instance, function.Name);
            arguments.Add((BridgeText.Import(number), ComponentSort.Function, nextFunction++));
        }

        writer.Instance(component + 2, arguments);
        var bridgeInstance = nextInstance++;
        foreach (var export in declared.Exports.Where(export => export.Sort == ComponentSort.Instance))
        {
            // Both the alias and the export are counted.
            writer.Alias(export.Sort, guestInstance, export.Name);
            writer.Export(export.Name, export.Sort, nextInstance);
            nextInstance += 2;
        }

        foreach (var function in functions.Where(function => function.Interface.Length == 0))
        {
            writer.Alias(ComponentSort.Function, guestInstance, function.Name);
            writer.Export(function.Name, ComponentSort.Function, nextFunction);
            nextFunction += 2;
        }

        writer.Export(BridgeNames.Interface, ComponentSort.Instance, bridgeInstance);
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
