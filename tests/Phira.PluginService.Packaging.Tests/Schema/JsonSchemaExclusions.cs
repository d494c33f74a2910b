namespace Phira.PluginService.Packaging.Tests.Schema;

/// <summary>
/// Cases of the official test suite that are left out on purpose. The folder optional/format of the suite is not in the repository, because <c>format</c>
/// is an annotation here and never refuses a value.
/// </summary>
internal static class JsonSchemaExclusions
{
    // References lead only into the same schema. Nothing is fetched, not even the metaschema.
    private static readonly string[] OtherDocuments =
    [
        "defs.json: validate definition against metaschema",
        "id.json: Invalid use of fragments in location-independent $id",
        "id.json: Unnormalized $ids are allowed but discouraged",
        "id.json: Valid use of empty fragments in location-independent $id",
        "ref.json: remote ref, containing refs itself",
        "refRemote.json: base URI change",
        "refRemote.json: base URI change - change folder",
        "refRemote.json: base URI change - change folder in subschema",
        "refRemote.json: fragment within remote ref",
        "refRemote.json: ref within remote ref",
        "refRemote.json: remote ref",
        "refRemote.json: remote ref with ref to defs",
        "refRemote.json: root ref in remote ref",
    ];

    // Only the root has an identifier, so that the target of a reference is plain to see.
    private static readonly string[] NestedIds =
    [
        "anchor.json: Location-independent identifier with absolute URI",
        "anchor.json: Location-independent identifier with base URI change in subschema",
        "id.json: $id inside an enum is not a real identifier",
        "ref.json: Recursive references between schemas",
        "ref.json: refs with relative uris and defs",
        "ref.json: relative refs with absolute uris and defs",
        "unknownKeyword.json: $id inside an unknown keyword is not a real identifier",
    ];

    // References are resolved once, when the schema is read, and not again for each value.
    private static readonly string[] DynamicReferences =
    [
        "dynamicRef.json: A $dynamicRef should resolve to the first $dynamicAnchor still in scope that is encountered when the schema is evaluated",
        "dynamicRef.json: A $dynamicRef that initially resolves to a schema with a matching $dynamicAnchor should resolve to the first $dynamicAnchor in the dynamic scope",
        "dynamicRef.json: A $dynamicRef that initially resolves to a schema without a matching $dynamicAnchor should behave like a normal $ref to $anchor",
        "dynamicRef.json: A $dynamicRef to a $dynamicAnchor in the same schema resource should behave like a normal $ref to an $anchor",
        "dynamicRef.json: A $dynamicRef to an $anchor in the same schema resource should behave like a normal $ref to an $anchor",
        "dynamicRef.json: A $dynamicRef with a non-matching $dynamicAnchor in the same schema resource should behave like a normal $ref to $anchor",
        "dynamicRef.json: A $dynamicRef with intermediate scopes that don't include a matching $dynamicAnchor should not affect dynamic scope resolution",
        "dynamicRef.json: A $dynamicRef without a matching $dynamicAnchor in the same schema resource should behave like a normal $ref to $anchor",
        "dynamicRef.json: A $ref to a $dynamicAnchor in the same schema resource should behave like a normal $ref to an $anchor",
        "dynamicRef.json: An $anchor with the same name as a $dynamicAnchor should not be used for dynamic scope resolution",
        "dynamicRef.json: after leaving a dynamic scope, it should not be used by a $dynamicRef",
        "dynamicRef.json: multiple dynamic paths to the $dynamicRef keyword",
    ];

    // A keyword without a meaning is an annotation, and its value is not read as a schema.
    private static readonly string[] UnknownKeywords =
    [
        "optional/refOfUnknownKeyword.json: reference of a root arbitrary keyword ",
        "optional/refOfUnknownKeyword.json: reference of an arbitrary keyword of a sub-schema",
    ];

    // These contradict optional/ecmascript-regex.json, where \w and \d match ASCII only. ECMA-262 agrees with that file.
    private static readonly string[] UnicodeShorthands =
    [
        "optional/unicode.json: unicode digits are more than 0 through 9: non-ascii digits (BENGALI DIGIT FOUR, BENGALI DIGIT TWO)",
        "optional/unicode.json: unicode digits are more than 0 through 9: non-ascii digits (BENGALI DIGIT FOUR, BENGALI DIGIT TWO)",
        "optional/unicode.json: unicode semantics should be used for all pattern matching: literal unicode character in json string",
        "optional/unicode.json: unicode semantics should be used for all pattern matching: unicode character in hex format in string",
        "optional/unicode.json: unicode semantics should be used for all patternProperties matching: literal unicode character in json string",
        "optional/unicode.json: unicode semantics should be used for all patternProperties matching: unicode character in hex format in string",
    ];

    /// <summary>Values that get another answer than in the suite.</summary>
    public static IEnumerable<string> Answers => UnicodeShorthands;

    /// <summary>Schemas that are refused: a rule that silently does nothing is worse than none.</summary>
    public static IEnumerable<string> Schemas => [.. OtherDocuments, .. NestedIds, .. DynamicReferences, .. UnknownKeywords];
}
