using System.Collections.Immutable;
using Phira.PluginService.Sandbox.Values;

namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>
/// Writes what is instantiated in which order, and connects it: the types, the bridge of the imports, whose memory is the first that is created,
/// the guest, and the bridge of its functions, whose memory is the last.
/// </summary>
internal sealed class Composition
{
    private const string Types = "types";
    private const string Host = "host";

    private readonly ComponentWriter _writer;
    private readonly IReadOnlyList<ComponentItem> _imports;
    private readonly IReadOnlyList<ComponentItem> _exports;
    private readonly Dictionary<string, int> _served = new(StringComparer.Ordinal);
    private readonly int _component;
    private readonly int _hostCall;
    private readonly int _types;
    private int _nextInstance;
    private int _nextFunction;
    private int _guest;
    private int _calls;

    /// <param name="declared">The declarations of the guest, which are written already.</param>
    public Composition(ComponentWriter writer, ComponentDeclarations declared)
    {
        (_writer, _imports, _exports) = (writer, declared.Imports, declared.Exports);
        _component = declared.CountOf(ComponentSort.Component);
        _hostCall = declared.CountOf(ComponentSort.Function);
        _nextFunction = _hostCall + 1;
        _types = declared.CountOf(ComponentSort.Instance);
        _nextInstance = _types + 1;
        writer.Instance(_component, []);
    }

    /// <summary>Adds the bridge of the imports.</summary>
    public void AddImports(ImmutableArray<WitInterface> imports)
    {
        if (imports.IsEmpty)
        {
            return;
        }

        _writer.Instance(_component + 1, [(Types, ComponentSort.Instance, _types), (Host, ComponentSort.Function, _hostCall)]);
        var bridge = _nextInstance++;
        foreach (var import in imports)
        {
            _writer.Alias(ComponentSort.Instance, bridge, import.Name);
            _served[import.Name] = _nextInstance++;
        }
    }

    /// <summary>Adds the guest, whose imports come from the bridge or from outside.</summary>
    public void AddGuest()
    {
        _writer.Instance(
            _component + 2,
            [.. _imports.Select(import => (import.Name, import.Sort, _served.TryGetValue(import.Name, out var instance) ? instance : import.Index))]);
        _guest = _nextInstance++;
    }

    /// <summary>Adds the bridge of the guest's functions.</summary>
    public void AddCalls(ImmutableArray<WitFunction> functions)
    {
        var arguments = new List<(string Name, ComponentSort Sort, int Index)> { (Types, ComponentSort.Instance, _types) };
        var interfaces = new Dictionary<string, int>(StringComparer.Ordinal) { [""] = _guest };
        foreach (var (number, function) in functions.Index())
        {
            if (!interfaces.TryGetValue(function.Interface, out var instance))
            {
                _writer.Alias(ComponentSort.Instance, _guest, function.Interface);
                interfaces[function.Interface] = instance = _nextInstance++;
            }

            _writer.Alias(ComponentSort.Function, instance, function.Name);
            arguments.Add((BridgeText.Import(number), ComponentSort.Function, _nextFunction++));
        }

        _writer.Instance(_component + 3, arguments);
        _calls = _nextInstance++;
    }

    /// <summary>Exports what the guest does, and the bridge.</summary>
    public void Export(ImmutableArray<WitFunction> functions)
    {
        foreach (var export in _exports.Where(export => export.Sort == ComponentSort.Instance))
        {
            // Both the alias and the export are counted.
            _writer.Alias(export.Sort, _guest, export.Name);
            _writer.Export(export.Name, export.Sort, _nextInstance);
            _nextInstance += 2;
        }

        foreach (var function in functions.Where(function => function.Interface.Length == 0))
        {
            _writer.Alias(ComponentSort.Function, _guest, function.Name);
            _writer.Export(function.Name, ComponentSort.Function, _nextFunction);
            _nextFunction += 2;
        }

        _writer.Export(BridgeNames.Interface, ComponentSort.Instance, _calls);
    }
}
