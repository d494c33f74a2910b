using System.Text;
using Phira.PluginService.Plugins.Packages.Archive;

namespace Phira.PluginService.Plugins.Packages.Adoption;

/// <summary>
/// Reads the custom sections of a component and of what it is put together from, without running or compiling any of it: the names of tools
/// (<c>producers</c>), the component's own name, and what <c>wasm-tools metadata add</c> writes. Bytes that cannot be read end the reading.
/// </summary>
internal sealed class ComponentMetadataReader
{
    private const int PreambleLength = 8;
    private const int LayerOffset = 6;
    private const byte CustomSection = 0;
    private const byte ModuleSection = 1;
    private const byte ComponentSection = 4;
    private const byte OwnName = 0;
    private const int DeepestNesting = 8;
    private const int MostSections = 4096;
    private const int MostTools = 12;
    private const int LongestText = 200;

    private readonly HashSet<string> _tools = new(StringComparer.Ordinal);
    private readonly List<string> _builtWith = [];
    private ComponentMetadata _found = new();
    private int _sections;

    private ComponentMetadataReader()
    {
    }

    public static ComponentMetadata Read(ReadOnlySpan<byte> component)
    {
        var reader = new ComponentMetadataReader();
        try
        {
            reader.ReadBinary(component, depth: 0);
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            // What was read until there is as good as nothing: it is only a proposal.
        }

        return reader._found with { BuiltWith = [.. reader._builtWith] };
    }

    private void ReadBinary(ReadOnlySpan<byte> bytes, int depth)
    {
        var isComponent = bytes[LayerOffset] != 0;
        var rest = bytes[PreambleLength..];
        while (!rest.IsEmpty && _sections++ < MostSections)
        {
            var id = rest[0];
            rest = rest[1..];
            var content = TakeBlock(ref rest);
            if (id == CustomSection)
            {
                ReadCustom(content, depth);
            }
            else if (isComponent && id is ModuleSection or ComponentSection && depth < DeepestNesting)
            {
                ReadBinary(content, depth + 1);
            }
        }
    }

    private void ReadCustom(ReadOnlySpan<byte> content, int depth)
    {
        var name = Encoding.UTF8.GetString(TakeBlock(ref content));
        if (name == "producers")
        {
            ReadProducers(content);
        }
        else if (depth == 0)
        {
            _found = name switch
            {
                "component-name" when content.Length > 0 && content[0] == OwnName => _found with { Name = OwnNameOf(content[1..]) },
                "version" => _found with { Version = Text(content) },
                "authors" => _found with { Authors = Text(content) },
                "description" => _found with { Description = Text(content) },
                "licenses" => _found with { Licenses = Text(content) },
                "homepage" => _found with { Homepage = Text(content) },
                _ => _found,
            };
        }
    }

    private void ReadProducers(ReadOnlySpan<byte> content)
    {
        for (var fields = TakeNumber(ref content); fields > 0; fields--)
        {
            TakeBlock(ref content);
            for (var values = TakeNumber(ref content); values > 0; values--)
            {
                var tool = $"{Text(TakeBlock(ref content))} {Text(TakeBlock(ref content))}".Trim();
                if (tool.Length > 0 && _builtWith.Count < MostTools && _tools.Add(tool))
                {
                    _builtWith.Add(tool);
                }
            }
        }
    }

    private static string? OwnNameOf(ReadOnlySpan<byte> content)
    {
        var block = TakeBlock(ref content);
        return Text(TakeBlock(ref block));
    }

    /// <summary>A text on one line, without what cannot be seen.</summary>
    private static string? Text(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        foreach (var rune in Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, LongestText)]).EnumerateRunes())
        {
            text.Append(EntryPath.IsInvisible(rune) ? " " : rune.ToString());
        }

        var trimmed = text.ToString().Trim('\uFFFD', ' ');
        return trimmed.Length == 0 ? null : trimmed;
    }

    private static ReadOnlySpan<byte> TakeBlock(ref ReadOnlySpan<byte> rest)
    {
        var length = TakeNumber(ref rest);
        var block = rest[..length];
        rest = rest[length..];
        return block;
    }

    private static int TakeNumber(ref ReadOnlySpan<byte> rest)
    {
        const int BitsPerByte = 7, LongestNumber = 5;
        uint value = 0;
        for (var i = 0; i < LongestNumber; i++)
        {
            var b = rest[0];
            rest = rest[1..];
            value |= (uint)(b & 0x7f) << (i * BitsPerByte);
            if ((b & 0x80) == 0)
            {
                return checked((int)value);
            }
        }

        throw new OverflowException();
    }
}
