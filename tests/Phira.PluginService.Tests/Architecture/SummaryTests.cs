using System.Text.RegularExpressions;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

/// <summary>A comment names its thing: "The reason for a ban", not a question that the reader has to turn into a noun.</summary>
public sealed partial class SummaryTests
{
    [Fact]
    public void Name_the_thing() => Assert.Empty(
        from path in SourceTree.CSharpFiles()
        let name = Path.GetRelativePath(SourceTree.Root, path).Replace(Path.DirectorySeparatorChar, '/')
        let text = File.ReadAllText(path)
        from question in Question().Matches(text)
        select $"{name}:{text.AsSpan(0, question.Index).Count('\n') + 1}: {question.Value}");

    [Theory]
    [InlineData("Why it failed.", true)]
    [InlineData("\n    /// Where it stands.", true)]
    [InlineData("Since when it runs.", true)]
    [InlineData("The reason for the failure.", false)]
    [InlineData("Whether it failed.", false)]
    public void A_question_is_found_at_the_beginning(string text, bool isQuestion) =>
        Assert.Equal(isQuestion, Question().IsMatch($"/// <summary>{text}</summary>"));

    [GeneratedRegex(
        """(<(summary|(type)?param name="\w+"|returns|value|remarks)>|Description\(")\s*(///\s*)?((After|At|By|For|In|On|Since|To|Under) )?(What|How|Where|Who(m|se)?|Why|When|Which)\b""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Question();
}
