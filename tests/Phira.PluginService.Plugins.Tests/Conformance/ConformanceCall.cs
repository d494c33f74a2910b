using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Conformance;

/// <summary>A line of <c>tests/guests/conformance/calls.json</c>.</summary>
/// <param name="Function">The function, as <c>interface.function</c>.</param>
/// <param name="Permission">The permission that it needs; null when it needs none.</param>
/// <param name="Arguments">The arguments as JSON.</param>
/// <param name="Answer">The answer as JSON: <c>{"ok": value}</c>, <c>{"err": case}</c> or a text for any success.</param>
internal sealed record ConformanceCall(string Function, string? Permission, string Arguments, JsonNode Answer)
{
    public static ImmutableArray<ConformanceCall> All { get; } =
    [
        .. JsonNode.Parse(File.ReadAllText(RepositoryFiles.PathOf("tests", "guests", "conformance", "calls.json")))!.AsArray().Select(call =>
            new ConformanceCall(
                (string)call!["function"]!, (string?)call["permission"], call["arguments"]!.ToJsonString(), call["answer"]!)),
    ];

    /// <summary>Whether any success will do, because the value differs each time.</summary>
    public bool HasAnyAnswer => Answer is JsonValue;

    /// <summary>The kind of error that is expected; null when the call succeeds.</summary>
    public string? Error => HasAnyAnswer ? null : (string?)Answer["err"];

    public override string ToString() => $"{Function} {Arguments}";
}
