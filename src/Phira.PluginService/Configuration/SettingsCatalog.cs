using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Phira.PluginService.Packaging.Text;

namespace Phira.PluginService.Configuration;

/// <summary>
/// Every key that the configuration may have. The keys are the properties of the options classes in snake case, so that a setting of a module cannot
/// be missing here.
/// </summary>
internal sealed class SettingsCatalog
{
    private readonly FrozenDictionary<string, Setting> _byKey;
    private readonly FrozenSet<string> _tables;

    public SettingsCatalog(IEnumerable<SettingsSection> sections)
    {
        Sections = [.. sections];
        Settings = [.. Sections.SelectMany(Find)];
        _byKey = Settings.ToFrozenDictionary(setting => setting.Key);
        _tables = Settings.SelectMany(setting => TablesOf(setting.Key)).ToFrozenSet();
    }

    public ImmutableArray<SettingsSection> Sections { get; }

    public ImmutableArray<Setting> Settings { get; }

    public Setting? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>Whether there are keys below this one.</summary>
    public bool IsTable(string key) => _tables.Contains(key);

    /// <summary>The known key or table that a misspelt or misplaced one most likely means.</summary>
    public string Nearest(string key)
    {
        var name = LastName(key);
        var misplaced = Settings.FirstOrDefault(setting => LastName(setting.Key) == name);
        return misplaced?.Key ?? NearestKey.Of(key, _byKey.Keys.Concat(_tables).Order(StringComparer.Ordinal));
    }

    private static string LastName(string key) => key[(key.LastIndexOf('.') + 1)..];

    private static IEnumerable<string> TablesOf(string key) =>
        key.Select((character, index) => (character, index)).Where(item => item.character == '.').Select(item => key[..item.index]);

    private static IEnumerable<Setting> Find(SettingsSection section)
    {
        ImmutableArray<PropertyInfo> path = section.Part is null ? [] : [Property(section.Options, section.Part)];
        var table = section.Part is null ? section.Options : path[0].PropertyType;
        var properties = section.Only.IsEmpty ? Writable(table) : section.Only.Select(name => Property(table, name));
        return properties.SelectMany(property => Find(section, section.Name, [.. path, property]));
    }

    private static IEnumerable<Setting> Find(SettingsSection section, string table, ImmutableArray<PropertyInfo> path)
    {
        var property = path[^1];
        var key = $"{table}.{JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)}";
        return TypeOf(property.PropertyType) is { } type
            ? [new Setting(type == SettingType.Milliseconds ? $"{key}_ms" : key, type, section.Options, path)]
            : Writable(property.PropertyType).SelectMany(inner => Find(section, key, [.. path, inner]));
    }

    private static IEnumerable<PropertyInfo> Writable(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true });

    private static PropertyInfo Property(Type type, string name) =>
        type.GetProperty(name) ?? throw new ArgumentException($"{type} has no property {name}.", nameof(name));

    private static SettingType? TypeOf(Type type) => type switch
    {
        _ when type == typeof(string) => SettingType.Text,
        _ when type == typeof(bool) => SettingType.Flag,
        _ when type == typeof(int) || type == typeof(long) => SettingType.Integer,
        _ when type == typeof(double) => SettingType.Number,
        _ when type == typeof(TimeSpan) => SettingType.Milliseconds,
        _ when type == typeof(IList<string>) || type == typeof(ImmutableArray<string>) => SettingType.TextList,
        _ when type == typeof(IList<int>) => SettingType.IntegerList,
        { IsEnum: true } => SettingType.Choice,
        { IsClass: true } => null,
        _ => throw new NotSupportedException($"Options of type {type} cannot be configured."),
    };
}
