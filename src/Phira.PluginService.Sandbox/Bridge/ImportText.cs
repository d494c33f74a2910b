using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Phira.PluginService.Sandbox.Values;

namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>
/// Writes the other direction of the bridge in the text format: for each imported function one that leaves its arguments in the bridge's memory,
/// calls the host with its number and returns what the host has written. When the host needs more memory for that, it says how much.
/// </summary>
internal sealed class ImportText
{
    private readonly TypeDefinitions _types;
    private readonly StringBuilder _functions = new();
    private readonly StringBuilder _calls = new();
    private readonly StringBuilder _exports = new();
    private int _next;

    private ImportText(TypeDefinitions types) => _types = types;

    /// <summary>Writes the bridge from a guest to the host.</summary>
    /// <param name="types">Defines what types the bridge refers to.</param>
    /// <returns>A component that imports the types and the host, and exports the interfaces.</returns>
    public static string For(ImmutableArray<WitInterface> interfaces, TypeDefinitions types) => new ImportText(types).Write(interfaces);

    private string Write(ImmutableArray<WitInterface> interfaces)
    {
        foreach (var (number, served) in interfaces.Index())
        {
            Add(served, number);
        }

        var area = ImportArea.Of(interfaces.SelectMany(served => served.Functions).Select(FunctionLayout.Of));
        return $"""
            (component
            {_types.Import()}
            (import "host" (func $host (param "number" u32) (param "arguments" u32) (param "result" u32) (result u32)))
            {BridgeText.MemoryModule($"(memory (export \"memory\") {area.Pages}) (data (i32.const 0) \"{Data(area)}\")")}
            (core func $lowered (canon lower (func $host)))
            (core module $calls (@name "{BridgeNames.Module}")
            (import "bridge" "memory" (memory 1))
            (import "bridge" "reserve" (func $reserve (param i32)))
            (import "bridge" "host" (func $host (param i32 i32 i32) (result i32)))
            (func $call (param $number i32) (param $arguments i32)
              (local $end i32)
              (loop $again
                (local.set $end (call $host (local.get $number) (local.get $arguments) (i32.const {BridgeNames.ImportResult})))
                (if (local.get $end)
                  (then
                    (call $reserve (local.get $end))
                    (local.set $number (i32.const {BridgeNames.Again}))
                    (br $again)))))
            {_calls})
            (core instance $c (instantiate $calls (with "bridge" (instance
              (export "memory" (memory $mem)) (export "reserve" (func $m "reserve")) (export "host" (func $lowered))))))
            {_functions}{_exports})
            """;
    }

    private void Add(WitInterface served, int number)
    {
        var exports = new StringBuilder();
        foreach (var (name, type) in served.Types)
        {
            var known = _types.Refer(type);
            if (!known.StartsWith('$'))
            {
                _functions.AppendLine($"(type $n{number}x{name} {known})");
                known = $"$n{number}x{name}";
            }

            exports.Append($"(export \"{name}\" (type {known}))");
        }

        foreach (var function in served.Functions)
        {
            _functions.AppendLine($"(func $f{_next}{_types.Signature(function)} (canon lift (core func $c \"f{_next}\") (memory $mem) (realloc $realloc)))");
            exports.Append($"(export \"{function.Name}\" (func $f{_next}))");
            AddCall(function, _next++);
        }

        _exports.AppendLine($"(instance $i{number} {exports}) (export \"{served.Name}\" (instance $i{number}))");
    }

    private void AddCall(WitFunction function, int number)
    {
        var core = Flattening.Of(function);
        var (taken, returned) = (core.Arguments ?? CoreSignature.Address, core.Results ?? CoreSignature.Address);
        var stored = core.Arguments is null ? "" : string.Concat(taken.Select((type, position) =>
            $"({BridgeText.Name(type)}.store (i32.const {BridgeNames.ImportArguments + (position * sizeof(ulong))}) (local.get {position}))"));
        var call = $"(call $call (i32.const {number}) {(core.Arguments is null ? "(local.get 0)" : $"(i32.const {BridgeNames.ImportArguments})")})";
        var loaded = core.Results is null
            ? $"(i32.const {BridgeNames.ImportResult})"
            : string.Concat(returned.Select(type => $"({BridgeText.Name(type)}.load (i32.const {BridgeNames.ImportResult}))"));
        _calls.AppendLine($"(func (export \"f{number}\"){BridgeText.Clause("param", taken)}{BridgeText.Clause("result", returned)} {stored}{call}{loaded})");
    }

    private static string Data(ImportArea area)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong) + sizeof(uint)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, BridgeNames.ImportsMark);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[(int)BridgeNames.EndAddress..], area.End);
        return string.Concat(bytes.ToArray().Select(value => $"\\{value:x2}"));
    }
}
