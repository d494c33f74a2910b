using System.Collections.Immutable;
using System.Globalization;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Configuration;

/// <summary>Values written as text.</summary>
internal static class SettingText
{
    /// <summary>Reads a value; null when the text is not of the setting's type.</summary>
    public static object? Parse(Setting setting, string text) => setting.Type switch
    {
        SettingType.Text => text,
        SettingType.Choice => setting.Choices.Contains(text) ? text : null,
        SettingType.Flag => text switch { "true" or "1" => true, "false" or "0" => false, _ => null },
        SettingType.Integer => TryInteger(setting, text, out var number) ? number : null,
        SettingType.Number or SettingType.Milliseconds => TryNumber(setting, text, out var number) ? number : null,
        SettingType.TextList => Items(text).ToImmutableArray(),
        _ => ParseIntegers(setting, text),
    };

    /// <summary>Describes the values that a setting takes.</summary>
    public static LocalizedText Describe(Setting setting) => setting.Type switch
    {
        SettingType.Choice => LocalizedText.Of("setting.type.choice", Words(setting)),
        SettingType.Text => LocalizedText.Of("setting.type.text"),
        SettingType.Flag => LocalizedText.Of("setting.type.flag"),
        _ when setting.Unit == AmountUnit.Bytes => LocalizedText.Of("setting.type.bytes"),
        _ when setting.Unit == AmountUnit.Milliseconds => LocalizedText.Of("setting.type.milliseconds"),
        _ when setting.Unit == AmountUnit.Seconds => LocalizedText.Of("setting.type.seconds"),
        SettingType.Integer => LocalizedText.Of("setting.type.integer"),
        SettingType.Number => LocalizedText.Of("setting.type.number"),
        SettingType.TextList => LocalizedText.Of("setting.type.text_list"),
        _ => LocalizedText.Of("setting.type.integer_list"),
    };

    private static LocalizedText Words(Setting setting) => LocalizedText.List(setting.Choices.Select(word => LocalizedText.Literal($"\"{word}\"")));

    private static ImmutableArray<long>? ParseIntegers(Setting setting, string text)
    {
        var numbers = ImmutableArray.CreateBuilder<long>();
        foreach (var item in Items(text))
        {
            if (!TryInteger(setting, item, out var number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return numbers.ToImmutable();
    }

    private static string[] Items(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool TryInteger(Setting setting, string text, out long number)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
        {
            if (setting.Unit?.ReadWhole(text) is not { } amount)
            {
                return false;
            }

            number = amount;
        }

        return setting.Fits(number);
    }

    private static bool TryNumber(Setting setting, string text, out double number)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        {
            if (setting.Unit?.Read(text) is not { } amount)
            {
                return false;
            }

            number = (double)amount;
        }

        return double.IsFinite(number);
    }
}
