using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Phira.PluginService.Sandbox.Values;

namespace Phira.PluginService.Sandbox.Bridge;

/// <summary>
/// Writes the bridge in the text format: for each function of the guest one that takes its arguments from the bridge's memory and leaves the
/// result there. The engine makes machine code that checks and copies the values between that memory and the guest's.
/// </summary>
internal sealed class BridgeText
{
    private const string Functions = """
          (func $reserve (export "reserve") (param $end i32)
            (local $missing i64)
            (local.set $missing
              (i64.sub (i64.extend_i32_u (local.get $end)) (i64.shl (i64.extend_i32_u (memory.size)) (i64.const 16))))
            (if (i64.gt_s (local.get $missing) (i64.const 0))
              (then
                (if (i32.eq
                      (memory.grow (i32.wrap_i64 (i64.shr_u (i64.add (local.get $missing) (i64.const 65535)) (i64.const 16))))
                      (i32.const -1))
                  (then (unreachable))))))
          (func (export "peek") (param $address i32) (result i32) (i32.load (local.get $address)))
          (func (export "realloc") (param $old i32) (param $old_size i32) (param $alignment i32) (param $size i32) (result i32)
            (local $start i32) (local $end i32)
            (local.set $start
              (i32.and
                (i32.add (i32.load (i32.const 8)) (i32.sub (local.get $alignment) (i32.const 1)))
                (i32.sub (i32.const 0) (local.get $alignment))))
            (local.set $end (i32.add (local.get $start) (local.get $size)))
            (if (i32.lt_u (local.get $end) (local.get $start)) (then (unreachable)))
            (call $reserve (local.get $end))
            (i32.store (i32.const 8) (local.get $end))
            (if (i32.gt_u (local.get $old_size) (local.get $size)) (then (local.set $old_size (local.get $size))))
            (memory.copy (local.get $start) (local.get $old) (local.get $old_size))
            (local.get $start)))
        """;

    private const string Instance = """
        (core instance $m (instantiate $memory))
        (alias core export $m "memory" (core memory $mem))
        (alias core export $m "realloc" (core func $realloc))
        """;

    private readonly ImmutableArray<WitFunction> _functions;
    private readonly TypeDefinitions _types;
    private readonly StringBuilder _imports = new();
    private readonly StringBuilder _lowered = new();
    private readonly StringBuilder _called = new();
    private readonly StringBuilder _calls = new();
    private readonly StringBuilder _passed = new();
    private readonly StringBuilder _exports = new();

    private BridgeText(ImmutableArray<WitFunction> functions, TypeDefinitions types) => (_functions, _types) = (functions, types);

    /// <summary>Writes the bridge from the host to a guest's functions.</summary>
    /// <param name="types">Defines what types the bridge refers to.</param>
    /// <returns>A component that imports the types and the functions.</returns>
    public static string For(ImmutableArray<WitFunction> functions, TypeDefinitions types) => new BridgeText(functions, types).Write();

    /// <summary>The name by which the bridge imports a function.</summary>
    public static string Import(int number) => string.Create(CultureInfo.InvariantCulture, $"guest{number}");

    /// <summary>The modules with a memory and what both sides of the bridge do with it.</summary>
    public static string MemoryModule(string contents) => $"(core module $memory {contents}\n{Functions}\n{Instance}";

    private string Write()
    {
        for (var number = 0; number < _functions.Length; number++)
        {
            Add(_functions[number], number);
        }

        return $"""
            (component
            {_types.Import()}{_imports}{MemoryModule("(memory (export \"memory\") 1)")}
            {_lowered}
            (core module $calls (@name "{BridgeNames.Module}")
            (import "bridge" "memory" (memory 1))
            {_called}{_calls})
            (core instance $c (instantiate $calls (with "bridge" (instance (export "memory" (memory $mem)){_passed}))))
            (func (export "reserve") (param "end" u32) (canon lift (core func $m "reserve")))
            (func (export "peek") (param "address" u32) (result u32) (canon lift (core func $m "peek")))
            {_exports})
            """;
    }

    private void Add(WitFunction function, int number)
    {
        _imports.AppendLine($"(import \"{Import(number)}\" (func $guest{number}{_types.Signature(function)}))");
        _lowered.AppendLine($"(core func $lowered{number} (canon lower (func $guest{number}) (memory $mem) (realloc $realloc)))");
        _passed.Append($"(export \"f{number}\" (func $lowered{number}))");
        _exports.AppendLine(
            $"(func (export \"{BridgeNames.Call(number)}\") (param \"arguments\" u32) (param \"result\" u32) (canon lift (core func $c \"f{number}\")))");
        AddCall(function, number);
    }

    private void AddCall(WitFunction function, int number)
    {
        var core = Flattening.Of(function);
        var takes = (core.Arguments ?? CoreSignature.Address).Concat(core.Results is null ? CoreSignature.Address : []);
        var returned = core.Results ?? [];
        var loaded = core.Arguments is { } arguments
            ? string.Concat(arguments.Select((type, position) => $" ({Name(type)}.load offset={position * sizeof(long)} (local.get $arguments))"))
            : " (local.get $arguments)";
        var call = $"(call $f{number}{loaded}{(core.Results is null ? " (local.get $result)" : "")})";
        _called.AppendLine($"(import \"bridge\" \"f{number}\" (func $f{number}{Clause("param", takes)}{Clause("result", returned)}))");
        _calls.AppendLine($"(func (export \"f{number}\") (param $arguments i32) (param $result i32) {(returned is [var single] ? $"({Name(single)}.store (local.get $result) {call})" : call)})");
    }

    /// <summary>Types of core WebAssembly as parameters or results.</summary>
    public static string Clause(string word, IEnumerable<CoreType> types) => string.Concat(types.Select(type => $" ({word} {Name(type)})"));

    /// <summary>The name of a type of core WebAssembly.</summary>
    public static string Name(CoreType type) => type.ToString().ToLowerInvariant();
}
