using System.Text.RegularExpressions;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

/// <summary>A comment names its thing: "The reason for a ban", neither a question that has to be turned into a noun nor "It".</summary>
public sealed partial class SummaryTests
{
    [Fact]
    public void Name_the_thing() => Assert.Empty(Found(Question()));

    [Fact]
    public void Begin_with_no_pronoun() => Assert.Empty(Found(Pronoun()));

    [Theory]
    [InlineData("Why it failed.", true)]
    [InlineData("\n    /// Where it stands.", true)]
    [InlineData("Since when it runs.", true)]
    [InlineData("The reason for the failure.", false)]
    [InlineData("Whether the start failed.", false)]
    public void A_question_is_found_at_the_beginning(string text, bool isQuestion) =>
        Assert.Equal(isQuestion, Question().IsMatch($"/// <summary>{text}</summary>"));

    [Theory]
    [InlineData("Its name.", true)]
    [InlineData("\n    /// Nobody waits.", true)]
    [InlineData("Whether it failed.", true)]
    [InlineData("Item of a list.", false)]
    [InlineData("Whether the item failed.", false)]
    public void A_pronoun_is_found_at_the_beginning(string text, bool isPronoun) =>
        Assert.Equal(isPronoun, Pronoun().IsMatch($"/// <summary>{text}</summary>"));

    private static IEnumerable<string> Found(Regex words) =>
        from path in SourceTree.CSharpFiles()
        let name = Path.GetRelativePath(SourceTree.Root, path).Replace(Path.DirectorySeparatorChar, '/')
        let text = File.ReadAllText(path)
        from found in words.Matches(text)
        select $"{name}:{text.AsSpan(0, found.Index).Count('\n') + 1}: {found.Value}";

    [GeneratedRegex(
        """(<(summary|(type)?param name="\w+"|returns|value|remarks)>|Description\(")\s*(///\s*)?((After|At|By|For|In|On|Since|To|Under) )?(What|How|Where|Who(m|se)?|Why|When|Which)\b""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Question();

    [GeneratedRegex(
        @"<(summary|(type)?param name=""\w+""|returns|value|remarks)>\s*(///\s*)?(Whether )?(It|Its|They|Their|Nobody|Somebody)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Pronoun();
}
