using System.Collections.Immutable;

namespace Phira.PluginService.Sandbox.Values;

/// <summary>The rules of the canonical ABI for values that are passed in arguments of a core function instead of in memory.</summary>
internal static class Flattening
{
    /// <summary>More core values than this are passed in memory.</summary>
    public const int MaximumParameters = 16;

    /// <summary>More core values than this are returned in memory.</summary>
    public const int MaximumResults = 1;

    /// <summary>Returns the core signature of a function.</summary>
    public static CoreSignature Of(WitFunction function) => new(
        Within(MaximumParameters, function.Parameters.SelectMany(parameter => Flatten(parameter.Type))),
        Within(MaximumResults, function.Result is { } result ? Flatten(result) : []));

    /// <summary>The core types of a type.</summary>
    public static IEnumerable<CoreType> Flatten(WitType type) => type.Kind switch
    {
        WitKind.S64 or WitKind.U64 => [CoreType.I64],
        WitKind.F32 => [CoreType.F32],
        WitKind.F64 => [CoreType.F64],
        WitKind.String or WitKind.List => [CoreType.I32, CoreType.I32],
        WitKind.Record or WitKind.Tuple => type.Parts.SelectMany(part => Flatten(part!)),
        WitKind.Variant or WitKind.Option or WitKind.Result => [CoreType.I32, .. Join(type)],
        _ => [CoreType.I32],
    };

    // Types within types may have more core values than there is room for, so no more are looked at than decide it.
    private static ImmutableArray<CoreType>? Within(int maximum, IEnumerable<CoreType> types)
    {
        ImmutableArray<CoreType> first = [.. types.Take(maximum + 1)];
        return first.Length <= maximum ? first : null;
    }

    private static List<CoreType> Join(WitType type)
    {
        var joined = new List<CoreType>();
        foreach (var part in type.Parts)
        {
            var position = 0;
            foreach (var core in part is null ? [] : Flatten(part))
            {
                if (position == joined.Count)
                {
                    joined.Add(core);
                }

                joined[position] = Join(joined[position], core);
                position++;
            }
        }

        return joined;
    }

    private static CoreType Join(CoreType one, CoreType other) =>
        one == other ? one : one is CoreType.I32 or CoreType.F32 && other is CoreType.I32 or CoreType.F32 ? CoreType.I32 : CoreType.I64;
}
