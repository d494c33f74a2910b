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

    // So many more elements that arguments and result are passed in memory.
    private static readonly string Padding = string.Concat(Enumerable.Repeat(" u8", Flattening.MaximumParameters + 1));

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

    private static byte[] Component(TypeDefinitions types, string code, string signature)
    {
        var defined = Each(types, (number, definition) => $"(type $t{number} {definition})");
        var imported = Each(types, (number, definition) => $"(type $d{number} {definition}) (import \"t{number}\" (type $t{number} (eq $d{number})))");
        var exported = Each(types, (number, definition) => $"(type $x{number} {Exported(definition)}) (export $e{number} \"e{number}\" (type $x{number}))");
        var given = Each(types, (number, _) => $"(with \"t{number}\" (type $t{number}))");
        return Wat.Assemble($$"""
            (component
              (core module $m
                (memory (export "memory") 1)
                (global $next (mut i32) (i32.const 4096))
                (func (export "realloc") (param i32 i32 i32 i32) (result i32)
                  (local $at i32)
                  (local.set $at (i32.and (i32.add (global.get $next) (i32.const 7)) (i32.const -8)))
                  (global.set $next (i32.add (local.get $at) (local.get 3)))
                  (if (i32.gt_u (global.get $next) (i32.mul (memory.size) (i32.const 65536)))
                    (then (drop (memory.grow (i32.add (i32.shr_u (local.get 3) (i32.const 16)) (i32.const 1))))))
                  (local.get $at))
                (func (export "echo") {{code}}))
              (core instance $i (instantiate $m))
              (alias core export $i "memory" (core memory $memory))
              (alias core export $i "realloc" (core func $realloc))
              {{defined}}
              (func $echo {{signature}} (canon lift (core func $i "echo") (memory $memory) (realloc $realloc)))
              (component $face
                {{imported}}
                (import "echo" (func $echo {{signature}}))
                {{exported}}
                (export "echo" (func $echo) (func {{Exported(signature)}})))
              (instance $interface (instantiate $face (with "echo" (func $echo)) {{given}}))
              (export "{{Interface}}" (instance $interface)))
            """);
    }

    private static string Exported(string text) => text.Replace("$t", "$e", StringComparison.Ordinal);

    private static string Each(TypeDefinitions types, Func<int, string, string> write) =>
        string.Concat(types.All.Index().Select(known => write(known.Index, known.Item) + "\n"));

    private static string Name(CoreType type) => type.ToString().ToLowerInvariant();
}
