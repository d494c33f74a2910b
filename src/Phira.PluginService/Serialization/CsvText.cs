using System.Buffers;

namespace Phira.PluginService.Serialization;

/// <summary>Writes comma-separated values (RFC 4180) that a spreadsheet shows and does not evaluate.</summary>
internal static class CsvText
{
    // The full-width forms are taken for formulas by spreadsheets in Chinese and Japanese.
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");

    /// <summary>A row with its line end, every cell in quotes.</summary>
    public static string Row(params ReadOnlySpan<string> cells)
    {
        var quoted = new string[cells.Length];
        for (var number = 0; number < cells.Length; number++)
        {
            quoted[number] = Cell(cells[number]);
        }

        return string.Join(',', quoted) + "\r\n";
    }

    private static string Cell(string text)
    {
        var harmless = text.Length > 0 && FormulaStarts.Contains(text[0]) ? "'" + text : text;
        return $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
