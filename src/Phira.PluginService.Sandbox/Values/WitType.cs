using System.Collections.Immutable;

namespace Phira.PluginService.Sandbox.Values;

/// <summary>A type of values that are copied between host and guest. Resources, streams and futures are not among them.</summary>
/// <param name="Names">Names of the fields, cases or flags; empty for other kinds.</param>
/// <param name="Parts">
/// Types of the fields, elements or case payloads; the element of a list or an option; success and error of a result. Null where a case
/// has no payload.
/// </param>
internal sealed record WitType(WitKind Kind, ImmutableArray<string> Names, ImmutableArray<WitType?> Parts)
{
    private static readonly ImmutableArray<WitType> Primitives =
        [.. Enum.GetValues<WitKind>().Where(kind => kind <= WitKind.String).Select(kind => new WitType(kind, [], []))];

    /// <summary>Whether there is a type in it that WIT gives a name, so that imports and exports may only refer to it by one.</summary>
    public bool HasNames => Kind is WitKind.Record or WitKind.Variant or WitKind.Enum or WitKind.Flags || Parts.Any(part => part?.HasNames == true);

    /// <summary>A type without parts.</summary>
    public static WitType Primitive(WitKind kind) => Primitives[(int)kind];
}
