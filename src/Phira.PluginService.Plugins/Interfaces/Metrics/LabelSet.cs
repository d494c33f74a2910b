using System.Collections.Immutable;
using System.Text;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Interfaces.Metrics;

/// <summary>The labels of a series, ordered by key. Two are equal when they have the same labels.</summary>
internal sealed class LabelSet : IEquatable<LabelSet>
{
    /// <summary>The label by which the series of plugins differ; plugins cannot set it.</summary>
    public const string PluginKey = "plugin";

    private const int MaximumLabels = 8;
    private const int MaximumKeyLength = 32;
    private const int MaximumValueBytes = 128;

    private readonly string _identity;

    private LabelSet(ImmutableArray<KeyValuePair<string, string>> labels)
    {
        Labels = labels;
        _identity = string.Concat(labels.Select(label => $"{label.Key.Length}:{label.Key}{label.Value.Length}:{label.Value}"));
    }

    /// <summary>The labels.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Labels { get; }

    /// <summary>Reads labels.</summary>
    /// <param name="problem">The reason for which they cannot be used; null when they can.</param>
    /// <returns>The labels; null when they cannot be used.</returns>
    public static LabelSet? Read(IEnumerable<KeyValuePair<string, string>> given, out string? problem)
    {
        ImmutableArray<KeyValuePair<string, string>> labels = [.. given.OrderBy(label => label.Key, StringComparer.Ordinal)];
        problem = FindProblem(labels);
        return problem is null ? new LabelSet(labels) : null;
    }

    /// <inheritdoc />
    public bool Equals(LabelSet? other) => other?._identity == _identity;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as LabelSet);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_identity);

    private static string? FindProblem(ImmutableArray<KeyValuePair<string, string>> labels)
    {
        if (labels.Length > MaximumLabels)
        {
            return $"at most {MaximumLabels}";
        }

        if (labels.FirstOrDefault(label => !IsKey(label.Key)).Key is { } key)
        {
            return $"key {ExternalText.Line(key, MaximumKeyLength)}: 1 to {MaximumKeyLength} characters of a-z 0-9 _, "
                + "not beginning with a digit, __ or otel_, and neither plugin nor le";
        }

        if (labels.Zip(labels.Skip(1)).FirstOrDefault(pair => pair.First.Key == pair.Second.Key).First.Key is { } twice)
        {
            return $"key {twice} is there twice";
        }

        return labels.FirstOrDefault(label => Encoding.UTF8.GetByteCount(label.Value) > MaximumValueBytes || label.Value.Any(char.IsControl)).Key is { } bad
            ? $"value of {bad}: at most {MaximumValueBytes} bytes without control characters"
            : null;
    }

    private static bool IsKey(string key) =>
        key.Length is > 0 and <= MaximumKeyLength
        && key is not (PluginKey or "le")
        && !char.IsAsciiDigit(key[0])
        && !key.StartsWith("__", StringComparison.Ordinal)
        && !key.StartsWith("otel_", StringComparison.Ordinal)
        && GuestNames.ConsistsOf(key, "_");
}
