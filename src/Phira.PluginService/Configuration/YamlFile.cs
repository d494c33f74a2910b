using System.Collections.Immutable;

namespace Phira.PluginService.Configuration;

/// <summary>
/// A YAML file whose top-level keys have a value or a list of values, as the configuration files of Phira servers have. <see cref="Unread"/> has
/// the lines that were not understood: after a syntax error, the rest of the file.
/// </summary>
internal sealed record YamlFile(ImmutableArray<YamlEntry> Entries, ImmutableArray<LineRange> Unread);
