using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Tests.Results;

public sealed class ShortTextTests
{
    [Theory]
    [InlineData("", 0, "", "")]
    [InlineData("abc", 3, "abc", "abc")]
    [InlineData("abcd", 3, "abc", "abc…")]
    [InlineData("abcd", 0, "", "…")]
    [InlineData("ab🎵", 4, "ab🎵", "ab🎵")]
    [InlineData("ab🎵", 3, "ab", "ab…")]
    [InlineData("🎵", 1, "", "…")]
    public void Keep_the_beginning_and_no_half_of_a_character(string text, int maximum, string kept, string shown)
    {
        Assert.Equal(kept, ShortText.Of(text, maximum));
        Assert.Equal(shown, ShortText.WithEllipsis(text, maximum));
    }
}
