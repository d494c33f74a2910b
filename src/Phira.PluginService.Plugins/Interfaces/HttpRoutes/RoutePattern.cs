using System.Collections.Immutable;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>
/// The path pattern of a route: <c>/rooms/{id}</c>, <c>/files/{path...}</c>. Patterns are ordered by how specific they are: at the first segment in
/// which two of them differ, plain text comes before a parameter, and a parameter before the rest. Two patterns that match the same paths
/// (<c>/a/{x}</c> and <c>/a/{y}</c>) are equal in this order.
/// </summary>
internal sealed class RoutePattern
{
    public const int MaximumLength = 200;
    public const int MaximumSegments = 16;

    private const string RestMark = "...";

    /// <summary>The most specific first.</summary>
    public static readonly Comparer<RoutePattern> BySpecificity = Comparer<RoutePattern>.Create((one, other) => one.Compare(other));

    private readonly ImmutableArray<Segment> _segments;

    private RoutePattern(string text, ImmutableArray<Segment> segments) => (Text, _segments) = (text, segments);

    private enum SegmentKind
    {
        Text,
        Parameter,
        Rest,
    }

    /// <summary>The pattern as it was given.</summary>
    public string Text { get; }

    /// <summary>The first segment when it is plain text.</summary>
    public string? FirstText => _segments[0] is { Kind: SegmentKind.Text } first ? first.Name : null;

    /// <summary>Reads a pattern.</summary>
    /// <param name="problem">The fault in it.</param>
    /// <returns>The pattern, or null when it is none.</returns>
    public static RoutePattern? Parse(string text, out string problem)
    {
        problem = "";
        if (text.Length is 0 or > MaximumLength || text[0] != '/')
        {
            problem = $"begins with / and has at most {MaximumLength} characters";
            return null;
        }

        var parts = text[1..].Split('/');
        if (parts.Length > MaximumSegments)
        {
            problem = $"has at most {MaximumSegments} segments";
            return null;
        }

        var segments = ImmutableArray.CreateBuilder<Segment>(parts.Length);
        for (var index = 0; index < parts.Length; index++)
        {
            if (Read(parts[index]) is not { } segment
                || segments.Any(other => other.Kind != SegmentKind.Text && other.Name == segment.Name && segment.Kind != SegmentKind.Text))
            {
                problem = $"\"{parts[index]}\" is neither plain text nor {{name}} or {{name...}} with a name of its own";
                return null;
            }

            if ((segment.Kind == SegmentKind.Rest || segment.Name.Length == 0) && index < parts.Length - 1)
            {
                problem = "{name...} and an empty segment can only be the last";
                return null;
            }

            segments.Add(segment);
        }

        return new RoutePattern(text, segments.MoveToImmutable());
    }

    /// <summary>Compares with a path.</summary>
    /// <param name="path">The segments of the path after its leading slash.</param>
    /// <param name="parameters">The values of the parts in braces.</param>
    public bool Matches(ReadOnlySpan<string> path, out ImmutableArray<KeyValuePair<string, string>> parameters)
    {
        parameters = [];
        var last = _segments[^1];
        if (last.Kind == SegmentKind.Rest ? path.Length < _segments.Length : path.Length != _segments.Length)
        {
            return false;
        }

        var found = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        for (var index = 0; index < _segments.Length; index++)
        {
            var (kind, name) = _segments[index];
            if (kind == SegmentKind.Text ? name != path[index] : kind == SegmentKind.Parameter && path[index].Length == 0)
            {
                return false;
            }

            if (kind != SegmentKind.Text)
            {
                found.Add(new(name, kind == SegmentKind.Rest ? string.Join('/', path[index..]) : path[index]));
            }
        }

        parameters = found.ToImmutable();
        return true;
    }

    /// <summary>Compares how specific it is with another; 0 when both match the same paths.</summary>
    public int Compare(RoutePattern other)
    {
        for (var index = 0; index < Math.Min(_segments.Length, other._segments.Length); index++)
        {
            var (mine, theirs) = (_segments[index], other._segments[index]);
            var order = mine.Kind.CompareTo(theirs.Kind);
            if (order == 0 && mine.Kind == SegmentKind.Text)
            {
                order = string.CompareOrdinal(mine.Name, theirs.Name);
            }

            if (order != 0)
            {
                return order;
            }
        }

        return other._segments.Length.CompareTo(_segments.Length);
    }

    private static Segment? Read(string text)
    {
        if (!text.StartsWith('{'))
        {
            return text.All(IsText) ? new Segment(SegmentKind.Text, text) : null;
        }

        if (!text.EndsWith('}'))
        {
            return null;
        }

        var name = text[1..^1];
        var isRest = name.EndsWith(RestMark, StringComparison.Ordinal);
        name = isRest ? name[..^RestMark.Length] : name;
        return name.Length > 0 && name.All(IsName) ? new Segment(isRest ? SegmentKind.Rest : SegmentKind.Parameter, name) : null;
    }

    // What a path cannot hold, or what would not be found again in one.
    private static bool IsText(char c) => c > ' ' && c is not ('{' or '}' or '?' or '#' or '%' or '\\' or '\u007f');

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';

    private readonly record struct Segment(SegmentKind Kind, string Name);
}
