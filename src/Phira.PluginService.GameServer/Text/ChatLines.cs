namespace Phira.PluginService.GameServer.Text;

/// <summary>Cuts a text into lines that the game's room log can show.</summary>
internal static class ChatLines
{
    private const int MaxLine = 160;
    private const int MaxLines = 40;

    /// <summary>Lines of at most 160 characters, broken at spaces where there are some; at most 40, the last one then ends with an ellipsis.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var rest = paragraph.AsSpan().TrimEnd();
            while (rest.Length > MaxLine && lines.Count <= MaxLines)
            {
                var cut = CutAt(rest);
                lines.Add(rest[..cut].TrimEnd().ToString());
                rest = rest[cut..].TrimStart();
            }

            if (!rest.IsEmpty)
            {
                lines.Add(rest.ToString());
            }

            if (lines.Count > MaxLines)
            {
                lines.RemoveRange(MaxLines, lines.Count - MaxLines);
                lines[^1] += "…";
                break;
            }
        }

        return lines;
    }

    private static int CutAt(ReadOnlySpan<char> text)
    {
        var space = text[..(MaxLine + 1)].LastIndexOf(' ');
        if (space > MaxLine / 2)
        {
            return space;
        }

        return char.IsHighSurrogate(text[MaxLine - 1]) ? MaxLine - 1 : MaxLine;
    }
}
