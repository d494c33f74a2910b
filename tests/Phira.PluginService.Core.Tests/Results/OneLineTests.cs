using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Tests.Results;

public sealed class OneLineTests
{
    [Theory]
    [InlineData("plain text, 中文 and 🎵", "plain text, 中文 and 🎵")]
    [InlineData("one\r\ntwo\nthree\rfour\u2028five", "one ⏎ two ⏎ three ⏎ four ⏎ five")]
    [InlineData("\u001b[2J\u001b[31mred\u0007\b\0\u009b", "\uFFFD[2J\uFFFD[31mred\uFFFD\uFFFD\uFFFD\uFFFD")]
    [InlineData("a\u202Eb\u2066c", "a\uFFFDb\uFFFDc")]
    public void Line_ends_and_control_characters_become_visible(string text, string line) => Assert.Equal(line, OneLine.Of(text));

    [Fact]
    public void An_error_cannot_forge_lines_of_the_log_with_what_it_quotes()
    {
        var error = new Error(GameErrors.RoomNotFound, "no\n2026-01-01 info: all is well\u001b[1A");

        Assert.DoesNotContain(error.Describe(), char.IsControl);
    }
}
