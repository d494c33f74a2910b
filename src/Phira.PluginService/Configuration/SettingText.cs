using System.Collections.Immutable;
using System.Globalization;
using Phira.PluginService.Core.Limits;

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

    /// <summary>What a setting takes, in words.</summary>
    public static (string English, string Chinese) Describe(Setting setting) => setting.Type switch
    {
        SettingType.Choice => ($"one of {Words(setting, ", ")}", $"以下之一：{Words(setting, "、")}"),
        SettingType.Text => ("a text", "文本"),
        SettingType.Flag => ("true or false", " true 或 false"),
        _ when setting.Unit == AmountUnit.Bytes => ("a number of bytes, such as 268435456 or \"256 MiB\"", "字节数，例如 268435456 或 \"256 MiB\""),
        _ when setting.Unit == AmountUnit.Milliseconds => ("a number of milliseconds, such as 1500 or \"1.5 s\"", "毫秒数，例如 1500 或 \"1.5 s\""),
        _ when setting.Unit == AmountUnit.Seconds => ("a number of seconds, such as 90 or \"1.5 min\"", "秒数，例如 90 或 \"1.5 min\""),
        SettingType.Integer => ("a whole number", "整数"),
        SettingType.Number => ("a number", "数字"),
        SettingType.TextList => ("a list of texts", "文本列表"),
        _ => ("a list of whole numbers", "整数列表"),
    };

    private static string Words(Setting setting, string between) => string.Join(between, setting.Choices.Select(word => $"\"{word}\""));

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
