using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Phira.PluginService.Configuration;

/// <summary>
/// Reads the part of YAML that the configuration files of Phira servers are written in: keys at the margin, with a plain or quoted value, a list in
/// brackets, or a list of lines with dashes. A key with anything else below it is left out.
/// </summary>
internal static partial class FlatYaml
{
    /// <param name="text">The file.</param>
    /// <param name="unread">Numbers of the lines that were not understood.</param>
    public static ImmutableArray<FlatYamlEntry> Read(string text, out ImmutableArray<int> unread)
    {
        var entries = ImmutableArray.CreateBuilder<FlatYamlEntry>();
        var problems = ImmutableArray.CreateBuilder<int>();
        var takesItems = false;
        var number = 0;
        foreach (var line in text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Select(WithoutComment))
        {
            number++;
            if (line.Length == 0 || line is "---" or "...")
            {
                continue;
            }

            if (takesItems && Item().Match(line) is { Success: true } item && Scalar(item.Groups["value"].Value) is { } value)
            {
                entries[^1] = entries[^1] with { Values = entries[^1].Values.Add(value) };
            }
            else if (Pair().Match(line) is { Success: true } pair && ValuesOf(pair.Groups["value"].Value) is { } values)
            {
                entries.Add(new FlatYamlEntry(pair.Groups["key"].Value, number, values));
                takesItems = values.IsEmpty;
            }
            else
            {
                problems.Add(number);
                if (takesItems && char.IsWhiteSpace(line[0]))
                {
                    entries.RemoveAt(entries.Count - 1);
                }

                takesItems = false;
            }
        }

        unread = problems.ToImmutable();
        return entries.ToImmutable();
    }

    private static string WithoutComment(string line) => Comment().Replace(line, "").TrimEnd();

    private static ImmutableArray<string>? ValuesOf(string text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        if (text[0] != '[')
        {
            return Scalar(text) is { } value ? [value] : null;
        }

        var items = text[^1] == ']' ? text[1..^1].Split(',').Select(item => item.Trim()).Where(item => item.Length > 0).Select(Scalar).ToList() : [null];
        return items.Contains(null) ? null : [.. items.Select(item => item!)];
    }

    private static string? Scalar(string text)
    {
        if (text is ['"' or '\'', ..])
        {
            return text.Length > 1 && text[^1] == text[0] && !text[1..^1].Contains(text[0]) && !text.Contains('\\') ? text[1..^1] : null;
        }

        // What YAML gives another meaning: anchors, tags, blocks, maps.
        return "&*!|>{}%@`".Contains(text[0]) || text.Contains(": ", StringComparison.Ordinal) ? null : text;
    }

    [GeneratedRegex(@"(^|\s)#.*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^(?<key>[A-Za-z_][A-Za-z0-9_]*)\s*:(\s+(?<value>\S.*))?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pair();

    [GeneratedRegex(@"^\s*-\s+(?<value>\S.*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Item();
}
