using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Phira.PluginService.Core.Limits;

/// <summary>
/// The unit of an amount and its notations: <c>268435456</c> or <c>256 MiB</c>, <c>1500</c> or <c>1.5 s</c>. Units that would have to be guessed,
/// such as MB, are not taken.
/// </summary>
public sealed partial class AmountUnit
{
    private readonly ImmutableArray<(string Name, decimal Factor)> _names;

    private AmountUnit(params ReadOnlySpan<(string Name, decimal Factor)> names) => _names = names.ToImmutableArray();

    /// <summary>Bytes: B, KiB, MiB, GiB.</summary>
    public static AmountUnit Bytes { get; } = new(("B", 1), ("KiB", 1024), ("MiB", 1024 * 1024), ("GiB", 1024 * 1024 * 1024));

    /// <summary>Milliseconds: ms, s, min, h.</summary>
    public static AmountUnit Milliseconds { get; } = new(("ms", 1), ("s", 1000), ("min", 60_000), ("h", 3_600_000));

    /// <summary>Seconds: ms, s, min, h.</summary>
    public static AmountUnit Seconds { get; } = new(("ms", 0.001m), ("s", 1), ("min", 60), ("h", 3600));

    /// <summary>Reads an amount.</summary>
    /// <param name="text">An amount with or without a unit, as a person wrote it.</param>
    /// <returns>The amount in this unit; null when it is none.</returns>
    public decimal? Read(string text)
    {
        if (Amount().Match(text.Trim()) is not { Success: true } match)
        {
            return null;
        }

        var name = match.Groups["unit"].Value;
        var number = decimal.Parse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return name.Length == 0
            ? number
            : _names.Where(unit => unit.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                .Select(unit => (decimal?)(number * unit.Factor)).FirstOrDefault();
    }

    /// <summary>Reads an amount that must be a whole number of this unit.</summary>
    /// <param name="text">An amount with or without a unit, as a person wrote it.</param>
    /// <returns>The amount in this unit; null when it is none, or no whole number.</returns>
    public long? ReadWhole(string text) => Read(text) is { } amount && decimal.IsInteger(amount) && amount <= long.MaxValue ? (long)amount : null;

    [GeneratedRegex(@"^(?<number>\d{1,15}(\.\d{1,3})?)\s*(?<unit>[A-Za-z]*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Amount();
}
