using FsCheck.Xunit;
using Phira.PluginService.GameServer.Text;

namespace Phira.PluginService.GameServer.Tests.Text;

public sealed class ChatLinesTests
{
    [Fact]
    public void Each_line_of_the_text_is_a_line_of_chat() => Assert.Equal(["one", "two"], ChatLines.Split("one\r\n\n  \ntwo\n"));

    [Fact]
    public void Long_lines_break_at_spaces()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 100));

        var lines = ChatLines.Split(text);

        Assert.All(lines, line => Assert.InRange(line.Length, 1, 160));
        Assert.Equal(text, string.Join(' ', lines));
    }

    [Fact]
    public void A_character_of_two_units_is_not_torn_apart()
    {
        var lines = ChatLines.Split("x" + string.Concat(Enumerable.Repeat("🎵", 200)));

        Assert.All(lines, line => Assert.False(char.IsHighSurrogate(line[^1])));
    }

    [Fact]
    public void Very_long_texts_end_with_an_ellipsis()
    {
        var lines = ChatLines.Split(string.Join('\n', Enumerable.Range(0, 1_000)));

        Assert.Equal(40, lines.Count);
        Assert.EndsWith("…", lines[^1], StringComparison.Ordinal);
    }

    [Property]
    public bool No_text_yields_an_empty_or_overlong_line(string? text) =>
        ChatLines.Split(text ?? "").All(line => line.Length is > 0 and <= 161);
}
