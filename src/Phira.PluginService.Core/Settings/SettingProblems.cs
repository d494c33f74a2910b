using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Settings;

/// <summary>
/// Collects what is wrong with the values of one configuration section. The validation of options carries strings only, so that each problem is
/// one string which <see cref="TryRead"/> takes apart again: the key, and the rule as it is stored, each on a line.
/// </summary>
/// <param name="section">The section's name as the administrator writes it.</param>
public sealed class SettingProblems(string section)
{
    private readonly List<string> _failures = [];

    /// <summary>The problems found, as texts.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Takes a problem apart.</summary>
    /// <param name="failure">A text of <see cref="Failures"/>.</param>
    /// <param name="rule">The rule that its value breaks, as a sentence that follows the key.</param>
    /// <returns>Whether the text came from this class.</returns>
    public static bool TryRead(string failure, [NotNullWhen(true)] out string? key, [NotNullWhen(true)] out LocalizedText? rule)
    {
        var lines = failure.Split('\n');
        (key, rule) = lines.Length == 2 ? (lines[0], LocalizedText.FromJson(lines[1])) : (null, null);
        return rule is not null;
    }

    /// <summary>Notes a problem unless a condition holds.</summary>
    /// <param name="key">The key within the section.</param>
    /// <param name="rule">The rule, as a sentence that follows the key, without full stop.</param>
    public void Require(bool condition, string key, LocalizedText rule)
    {
        if (!condition)
        {
            _failures.Add($"{section}.{key}\n{rule.ToJson()}");
        }
    }

    /// <summary>Notes a problem unless a number is within its bounds.</summary>
    /// <param name="key">The key within the section.</param>
    public void RequireRange(double value, double least, double most, string key)
    {
        Require(value >= least && value <= most, key, LocalizedText.Of("setting.rule.range", Text(value), Text(least), Text(most)));
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
