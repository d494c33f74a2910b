using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Phira.PluginService.Configuration;

/// <summary>Reads a YAML file event by event, so that a syntax error costs only the lines from there on.</summary>
internal sealed class YamlFileReader
{
    private readonly ImmutableArray<YamlEntry>.Builder _entries = ImmutableArray.CreateBuilder<YamlEntry>();
    private readonly ImmutableArray<LineRange>.Builder _unread = ImmutableArray.CreateBuilder<LineRange>();
    private readonly Parser _parser;
    private int? _openLine;

    private YamlFileReader(string text) => _parser = new Parser(new StringReader(text));

    public static YamlFile Read(string text)
    {
        var reader = new YamlFileReader(text.TrimStart('\uFEFF'));
        try
        {
            reader.ReadDocuments();
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException)
        {
            // The scanner throws InvalidOperationException at some invalid characters inside lists, a known fault of YamlDotNet.
            var line = reader._openLine ?? (int)((exception as YamlException)?.Start ?? reader._parser.Current?.End ?? Mark.Empty).Line;
            var lastLine = text.TrimEnd().ReplaceLineEndings("\n").Count(character => character == '\n') + 1;
            reader._unread.Add(new LineRange(Math.Min(line, lastLine), lastLine));
        }

        return new YamlFile(reader._entries.ToImmutable(), reader._unread.ToImmutable());
    }

    private void ReadDocuments()
    {
        while (_parser.MoveNext())
        {
            switch (_parser.Current)
            {
                case StreamStart or DocumentStart or DocumentEnd or StreamEnd:
                case Scalar { Value.Length: 0 }:
                    break;
                case MappingStart:
                    ReadPairs();
                    break;
                default:
                    _unread.Add(Skip(_parser.Current!));
                    break;
            }
        }
    }

    private void ReadPairs()
    {
        while (Next() is var key and not MappingEnd)
        {
            var lines = LinesOf(key);
            _openLine = lines.First;
            if (key is Scalar scalar)
            {
                _entries.Add(new YamlEntry(scalar.Value, lines.First, ReadValues(Next())));
            }
            else
            {
                Skip(key);
                _unread.Add(lines with { Last = Skip(Next()).Last });
            }

            _openLine = null;
        }
    }

    private ImmutableArray<string>? ReadValues(ParsingEvent node)
    {
        if (node is not SequenceStart list || !IsPlain(list))
        {
            return ReadScalar(node) is not { } value ? null : value.Length == 0 ? [] : [value];
        }

        var items = new List<string?>();
        while (Next() is var item and not SequenceEnd)
        {
            items.Add(ReadScalar(item));
        }

        return items.Contains(null) ? null : [.. items.Select(item => item!)];
    }

    private string? ReadScalar(ParsingEvent node)
    {
        if (node is Scalar scalar && IsPlain(scalar))
        {
            return scalar.Value;
        }

        Skip(node);
        return null;
    }

    private LineRange Skip(ParsingEvent node)
    {
        var lines = LinesOf(node);
        for (var depth = node.NestingIncrease; depth > 0;)
        {
            var part = Next();
            depth += part.NestingIncrease;

            // The end of an indented block has no characters. Its place is where the next key begins.
            lines = part.End.Index > part.Start.Index ? lines with { Last = LinesOf(part).Last } : lines;
        }

        return lines;
    }

    private ParsingEvent Next() => _parser.MoveNext() ? _parser.Current! : throw new InvalidOperationException("The YAML parser ended inside a node.");

    // Anchors and tags can change what a value means. No configuration file of a Phira server needs them.
    private static bool IsPlain(NodeEvent node) => node.Anchor.IsEmpty && node.Tag.IsEmpty;

    private static LineRange LinesOf(ParsingEvent part) => new((int)part.Start.Line, (int)part.End.Line);
}
