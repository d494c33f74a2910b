using System.Text.RegularExpressions;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Text;
using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace Phira.PluginService.Packaging.Toml;

/// <summary>A TOML text as a tree of values with locations, and everything wrong with its form.</summary>
/// <param name="TrustedLines">
/// Up to which line the tree surely says what the author meant: after a syntax error a parser can only guess where things belong.
/// </param>
internal sealed partial record TomlDocument(TomlValue Root, IReadOnlyList<Error> Problems, int TrustedLines)
{
    // The parser recurses: what is deeper than this is refused while parsing, without a location.
    private const int ParserDepth = 256;

    private static readonly TomlSerializerOptions Options = new() { MaxDepth = ParserDepth };

    /// <summary>Reads a text; never fails.</summary>
    public static TomlDocument Parse(string text, string file)
    {
        try
        {
            return Read(SyntaxParser.Parse(text, Options, file, validate: true), file);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The parser throws at what is nested too deeply. It also stumbles over some malformed escapes; the author of the file must
            // not find out which.
            var error = exception is TomlException
                ? new Error(ManifestErrors.TooDeep, $"{TomlTreeBuilder.MaximumDepth}")
                : new Error(ManifestErrors.Syntax, exception.Message.Split('\n')[0].TrimEnd('.'));
            var location = new SourceLocation(file, FirstFaultyLine(text), 1);
            return new(new(TomlKind.Table, new(file, 1, 1)), [error with { Location = location }], 0);
        }
    }

    // What was thrown has no place: it is in the first line without which nothing is thrown.
    private static int FirstFaultyLine(string text)
    {
        var ends = new List<int>();
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', end + 1))
        {
            ends.Add(end + 1);
        }

        var (right, wrong) = (0, ends.Count + 1);
        while (wrong - right > 1)
        {
            var middle = (right + wrong) / 2;
            (right, wrong) = Throws(text[..ends[middle - 1]]) ? (right, middle) : (middle, wrong);
        }

        return wrong;
    }

    private static bool Throws(string text)
    {
        try
        {
            SyntaxParser.Parse(text, Options, sourceName: null, validate: false);
            return false;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return true;
        }
    }

    private static TomlDocument Read(DocumentSyntax syntax, string file)
    {
        var problems = new List<Error>();
        var trustedLines = int.MaxValue;
        foreach (var line in syntax.Diagnostics
            .Where(diagnostic => diagnostic.Kind == DiagnosticMessageKind.Error)
            .GroupBy(diagnostic => diagnostic.Span.Start.Line + 1)
            .OrderBy(line => line.Key))
        {
            var first = line.MinBy(diagnostic => diagnostic.Span.Start.Column)!;
            var location = new SourceLocation(file, line.Key, first.Span.Start.Column + 1);
            if (DuplicateKey().Match(first.Message) is { Success: true } duplicate)
            {
                problems.Add(new Error(ManifestErrors.DuplicateKey, duplicate.Groups["key"].Value) { Location = location });
            }
            else
            {
                problems.Add(new Error(ManifestErrors.Syntax, first.Message.TrimEnd('.')) { Location = location });
                trustedLines = Math.Min(trustedLines, line.Key - 1);
            }
        }

        var builder = new TomlTreeBuilder(file);
        var root = builder.Build(syntax);
        return new(root, [.. problems, .. builder.Problems], trustedLines);
    }

    [GeneratedRegex("^The key `(?<key>.+?)` is already defined", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DuplicateKey();
}
