using System.Text.RegularExpressions;
using Phira.PluginService.Core.Results;
using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace Phira.PluginService.Plugins.Manifest.Toml;

/// <summary>A TOML text as a tree of values with locations, and everything wrong with its form.</summary>
/// <param name="Root">The top-level table: what could be read.</param>
/// <param name="Problems">What is wrong with the form, one problem a line at most.</param>
/// <param name="TrustedLines">
/// Up to which line the tree surely says what the author meant: after a syntax error a parser can only guess where things belong.
/// </param>
internal sealed partial record TomlDocument(TomlValue Root, IReadOnlyList<Error> Problems, int TrustedLines)
{
    // The parser recurses: what is deeper than this is refused while parsing, without a location.
    private const int ParserDepth = 256;

    private static readonly TomlSerializerOptions Options = new() { MaxDepth = ParserDepth };

    /// <summary>Reads a text; never fails.</summary>
    /// <param name="text">The TOML text.</param>
    /// <param name="file">The file it comes from, for locations.</param>
    public static TomlDocument Parse(string text, string file)
    {
        try
        {
            return Read(SyntaxParser.Parse(text, Options, file, validate: true), file);
        }
        catch (TomlException)
        {
            // With a syntax tree asked for, the parser throws for one reason only: the depth.
            var tooDeep = new Error(ManifestErrors.TooDeep, $"{TomlTreeBuilder.MaximumDepth}") { Location = new(file) };
            return new(new(TomlKind.Table, new(file, 1, 1)), [tooDeep], 0);
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
