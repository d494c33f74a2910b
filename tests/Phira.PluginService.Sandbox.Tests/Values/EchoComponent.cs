using Phira.PluginService.Sandbox.Bridge;
using Phira.PluginService.Sandbox.Testing;
using Phira.PluginService.Sandbox.Values;

namespace Phira.PluginService.Sandbox.Tests.Values;

/// <summary>Components that return what they are given.</summary>
internal static class EchoComponent
{
    /// <summary>The interface that they export, with the function <c>echo</c>.</summary>
    public const string Interface = "test:values/echo";

    private const int Slot = 8;

    private const string Memory = """
        (core module $module
          (memory (export "memory") 1)
          (global $next (mut i32) (i32.const 4096))
          (func (export "realloc") (param i32 i32 i32 i32) (result i32)
            (local $at i32)
            (local.set $at (i32.and (i32.add (global.get $next) (i32.const 7)) (i32.const -8)))
            (global.set $next (i32.add (local.get $at) (local.get 3)))
            (if (i32.gt_u (global.get $next) (i32.mul (memory.size) (i32.const 65536)))
              (then (drop (memory.grow (i32.add (i32.shr_u (local.get 3) (i32.const 16)) (i32.const 1))))))
            (local.get $at)))
        (core instance $m (instantiate $module))
        (alias core export $m "memory" (core memory $memory))
        (alias core export $m "realloc" (core func $realloc))
        """;

    // So many more elements that arguments and result are passed in memory.
    private static readonly string Padding = string.Concat(Enumerable.Repeat(" u8", Flattening.MaximumParameters + 1));

    /// <summary>The tuple that begins with the type and is passed in memory.</summary>
    public static WitType Padded(WitType type) =>
        new(WitKind.Tuple, [], [type, .. Enumerable.Repeat(WitType.Primitive(WitKind.U8), Flattening.MaximumParameters + 1)]);

    /// <summary>Takes and returns a tuple that begins with the type and is passed in memory.</summary>
    public static byte[] InMemory(WitType type)
    {
        var types = new TypeDefinitions();
        var tuple = $"(tuple {types.Refer(type)}{Padding})";
        return Component(types, "(param i32) (result i32) (local.get 0)", $"(param \"value\" {tuple}) (result {tuple})");
    }

    /// <summary>Takes a value in arguments and returns them as numbers.</summary>
    public static byte[] AsNumbers(WitType type)
    {
        var types = new TypeDefinitions();
        CoreType[] core = [.. Flattening.Flatten(type)];
        var stores = string.Concat(core.Select((kind, position) =>
            $"({Name(kind)}.store (i32.const {1024 + (position * Slot)}) (local.get {position}))"));
        var parameters = string.Concat(core.Select(kind => $"(param {Name(kind)})"));
        return Component(
            types,
            $"{parameters} (result i32) {stores} (i32.const 1024)",
            $"(param \"value\" {types.Refer(type)}) (result (tuple {string.Join(' ', Enumerable.Repeat("u64", core.Length + 1))}))");
    }

    /// <summary>Takes and returns a value that is one number of core WebAssembly.</summary>
    public static byte[] AsOneNumber(WitType type)
    {
        var types = new TypeDefinitions();
        var core = Name(Flattening.Flatten(type).Single());
        var named = types.Refer(type);
        return Component(types, $"(param {core}) (result {core}) (local.get 0)", $"(param \"value\" {named}) (result {named})");
    }

    /// <summary>Hands a value to the host's function <c>echo</c> and returns what that returns.</summary>
    public static byte[] ThroughTheHost(WitType type)
    {
        var types = new TypeDefinitions();
        var named = types.Refer(type);
        var signature = $"(param \"value\" {named}) (result {named})";
        CoreType[] core = [.. Flattening.Flatten(type)];
        CoreType[] taken = core.Length > Flattening.MaximumParameters ? [CoreType.I32] : core;
        var parameters = string.Concat(taken.Select(kind => $"(param {Name(kind)})"));
        var given = string.Concat(taken.Select((_, position) => $"(local.get {position})"));
        var isOne = core.Length == Flattening.MaximumResults;
        var result = isOne ? $"(result {Name(core[0])})" : "(result i32)";
        var hosted = Each(types, (number, definition) =>
            $"(type $q{number} {Renamed(definition, 'h')}) (export \"t{number}\" (type $h{number} (eq $q{number})))");
        return Wat.Assemble($$"""
            (component
              (import "{{Interface}}" (instance $host {{hosted}} (export "echo" (func {{Renamed(signature, 'h')}}))))
              {{Each(types, (number, _) => $"(alias export $host \"t{number}\" (type $t{number}))")}}
              {{Memory}}
              (core func $lowered (canon lower (func $host "echo") (memory $memory) (realloc $realloc)))
              (core module $code
                (import "host" "echo" (func $host {{parameters}} {{(isOne ? result : "(param i32)")}}))
                (func (export "echo") {{parameters}} {{result}}
                  {{(isOne ? $"(call $host {given})" : $"(call $host {given} (i32.const 1024)) (i32.const 1024)")}}))
              (core instance $i (instantiate $code (with "host" (instance (export "echo" (func $lowered))))))
              {{Exporting(types, signature)}})
            """);
    }

    private static byte[] Component(TypeDefinitions types, string code, string signature) => Wat.Assemble($$"""
        (component
          {{Memory}}
          (core module $code (import "m" "memory" (memory 1)) (func (export "echo") {{code}}))
          (core instance $i (instantiate $code (with "m" (instance $m))))
          {{Each(types, (number, definition) => $"(type $t{number} {definition})")}}
          {{Exporting(types, signature)}})
        """);

    // A component that imports the function and its types gives them the names by which they can be exported.
    private static string Exporting(TypeDefinitions types, string signature) => $$"""
        (func $echo {{signature}} (canon lift (core func $i "echo") (memory $memory) (realloc $realloc)))
        (component $face
          {{Each(types, (number, definition) => $"(type $d{number} {definition}) (import \"t{number}\" (type $t{number} (eq $d{number})))")}}
          (import "echo" (func $echo {{signature}}))
          {{Each(types, (number, definition) => $"(type $x{number} {Renamed(definition, 'e')}) (export $e{number} \"e{number}\" (type $x{number}))")}}
          (export "echo" (func $echo) (func {{Renamed(signature, 'e')}})))
        (instance $interface (instantiate $face
          (with "echo" (func $echo)) {{Each(types, (number, _) => $"(with \"t{number}\" (type $t{number}))")}}))
        (export "{{Interface}}" (instance $interface))
        """;

    private static string Renamed(string text, char scope) => text.Replace("$t", $"${scope}", StringComparison.Ordinal);

    private static string Each(TypeDefinitions types, Func<int, string, string> write) =>
        string.Concat(types.All.Index().Select(known => write(known.Index, known.Item) + "\n"));

    private static string Name(CoreType type) => type.ToString().ToLowerInvariant();
}
