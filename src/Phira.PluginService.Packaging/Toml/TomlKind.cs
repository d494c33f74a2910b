namespace Phira.PluginService.Packaging.Toml;

/// <summary>The types of TOML values.</summary>
internal enum TomlKind
{
    String,
    Integer,
    Float,
    Boolean,
    DateTime,
    Array,
    Table,
}
