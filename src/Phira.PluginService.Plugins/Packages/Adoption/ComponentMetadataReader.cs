using System.Text;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Sandbox.Binary;

namespace Phira.PluginService.Plugins.Packages.Adoption;

/// <summary>
/// Reads the custom sections of a component and of what it is put together from, without running or compiling any of it: the names of tools
/// (<c>producers</c>), the component's own name, and what <c>wasm-tools metadata add</c> writes. Bytes that cannot be read end the reading.
/// </summary>
internal sealed class ComponentMetadataReader
{
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
        catch (WasmFormatException)
        {
            // What was read until there is as good as nothing: it is only a proposal.
        }

        return reader._found with { BuiltWith = [.. reader._builtWith] };
    }

    private void ReadBinary(ReadOnlySpan<byte> bytes, int depth)
    {
        var sections = new SectionReader(bytes);
        while (_sections++ < MostSections && sections.TryRead())
        {
            if (sections.Id == WasmSections.Custom)
            {
                ReadCustom(new WasmReader(sections.Content), depth);
            }
            else if (sections.HoldsPart && depth < DeepestNesting)
            {
                ReadBinary(sections.Content, depth + 1);
            }
        }
    }

    private void ReadCustom(WasmReader content, int depth)
    {
        var name = Encoding.UTF8.GetString(content.TakeBlock());
        if (name == "producers")
        {
            ReadProducers(content);
        }
        else if (depth == 0)
        {
            _found = name switch
            {
                "component-name" when content.ReadByte() == OwnName => _found with { Name = OwnNameOf(content.TakeBlock()) },
                "version" => _found with { Version = Text(content.TakeRest()) },
                "authors" => _found with { Authors = Text(content.TakeRest()) },
                "description" => _found with { Description = Text(content.TakeRest()) },
                "licenses" => _found with { Licenses = Text(content.TakeRest()) },
                "homepage" => _found with { Homepage = Text(content.TakeRest()) },
                _ => _found,
            };
        }
    }

    private void ReadProducers(WasmReader content)
    {
        for (var fields = content.ReadNumber(); fields > 0; fields--)
        {
            content.TakeBlock();
            for (var values = content.ReadNumber(); values > 0; values--)
            {
                var tool = $"{Text(content.TakeBlock())} {Text(content.TakeBlock())}".Trim();
                if (tool.Length > 0 && _builtWith.Count < MostTools && _tools.Add(tool))
                {
                    _builtWith.Add(tool);
                }
            }
        }
    }

    private static string? OwnNameOf(ReadOnlySpan<byte> block) => Text(new WasmReader(block).TakeBlock());

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
}
