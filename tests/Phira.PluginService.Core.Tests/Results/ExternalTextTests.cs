using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Tests.Results;

/// <summary>Text from outside is harmless behind the border.</summary>
public sealed class ExternalTextTests
{
    [Theory]
    [InlineData("plain text, 中文 and 🎵", "plain text, 中文 and 🎵")]
    [InlineData("  around  ", "  around  ")]
    [InlineData("one\r\ntwo\nthree\u2028four\tfive", "one two three four five")]
    [InlineData("\u001b[2J\u001b[31mred\u0007\b\0\u009b1m", "[2J[31mred1m")]
    [InlineData("a\u202Eb\u2066c\u200Ed\u061Ce", "abcde")]
    [InlineData("ad\u200Bm\u2060i\uFEFFn\u00AD", "admin")]
    [InlineData("\u200D\u200B", "")]
    [InlineData("x\U000E0041y", "xy")]
    public void A_line_has_no_line_ends_and_no_hidden_characters(string text, string line) => Assert.Equal(line, ExternalText.Line(text, 100));

    [Fact]
    public void Half_of_a_character_is_replaced() => Assert.Equal("half \uFFFD of one", ExternalText.Line("half \uD83C of one", 100));

    [Theory]
    [InlineData("👩‍🚀 🏳️‍🌈 👩🏽‍🚀 ❤️‍🔥")]
    public void Emoji_stay_whole(string emoji) => Assert.Equal(emoji, ExternalText.Line(emoji, 100));

    [Theory]
    [InlineData("a\u200Db", "ab")]
    [InlineData("👩\u200Db", "👩b")]
    [InlineData("👩\u200D", "👩")]
    public void A_joiner_that_joins_no_emoji_is_removed(string text, string line) => Assert.Equal(line, ExternalText.Line(text, 100));

    [Fact]
    public void A_line_is_bounded_without_half_of_a_character()
    {
        Assert.Equal(new string('x', 64), ExternalText.Line(new string('x', 100_000), 64));
        Assert.Equal("abc", ExternalText.Line("abc🎵", 4));
        Assert.Equal("abcd", ExternalText.Line("\u202E\u202E\u202Eabcdef", 4));
    }

    [Fact]
    public void Lines_keep_their_line_ends() =>
        Assert.Equal("one\ntwo\n three", ExternalText.Lines("one\r\n\u001btwo\u202E\n\tthree", 100));
}
