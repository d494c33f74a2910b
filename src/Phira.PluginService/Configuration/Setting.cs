using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Packaging.Limits;

namespace Phira.PluginService.Configuration;

/// <summary>One key of the configuration.</summary>
/// <param name="Key">The full key, for example <c>game.limits.max_rooms</c>.</param>
internal sealed record Setting(string Key, SettingType Type, Type Options, ImmutableArray<PropertyInfo> Path)
{
    private const string Prefix = "PHIRA_";

    /// <summary>The environment variable that sets it.</summary>
    public string Variable { get; } = Prefix + Key.Replace(".", "__", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>The unit of an amount, which may be written with it; null for all else.</summary>
    public AmountUnit? Unit { get; } = Key.Split('.') switch
    {
        [.., var name] when name.EndsWith("_bytes", StringComparison.Ordinal) => AmountUnit.Bytes,
        [.., var name] when name.EndsWith("_ms", StringComparison.Ordinal) => AmountUnit.Milliseconds,
        [.., var name] when name.EndsWith("_secs", StringComparison.Ordinal) => AmountUnit.Seconds,
        ["limits", .., var name] => LimitField.Find(name)?.Amounts,
        _ => null,
    };

    /// <summary>Whether a whole number fits the property.</summary>
    public bool Fits(long number) => Property.PropertyType == typeof(long) || number is >= int.MinValue and <= int.MaxValue;

    /// <summary>The words that a <see cref="SettingType.Choice"/> takes, as they are written.</summary>
    public ImmutableArray<string> Choices =>
        Property.PropertyType.IsEnum ? [.. Enum.GetNames(Property.PropertyType).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)] : [];

    /// <summary>Reads the property.</summary>
    public object? Read(object options) => Property.GetValue(Owner(options));

    /// <summary>Sets the property.</summary>
    public void Write(object options, object value) => Property.SetValue(Owner(options), Convert(value));

    private PropertyInfo Property => Path[^1];

    private object Owner(object options) => Path[..^1].Aggregate(options, (owner, property) => property.GetValue(owner)!);

    private object Convert(object value) => value switch
    {
        string text when Type == SettingType.Choice => Enum.GetValues(Property.PropertyType).GetValue(Choices.IndexOf(text))!,
        long number when Property.PropertyType == typeof(int) => (int)number,
        double milliseconds when Type == SettingType.Milliseconds => TimeSpan.FromMilliseconds(milliseconds),
        ImmutableArray<long> numbers => numbers.Select(number => (int)number).ToList(),
        ImmutableArray<string> texts when Property.PropertyType != typeof(ImmutableArray<string>) => texts.ToList(),
        _ => value,
    };
}
