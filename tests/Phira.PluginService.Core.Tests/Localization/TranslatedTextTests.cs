using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Tests.Localization;

public sealed class TranslatedTextTests
{
    [Theory]
    [InlineData("zh-CN", "ja:サイコロ en:Dice zh-CN:掷骰子", "掷骰子")]
    [InlineData("zh-CN", "en:Dice zh:掷骰子", "掷骰子")]
    [InlineData("zh-CN", "zh-TW:擲骰子 zh-cn:掷骰子", "掷骰子")]
    [InlineData("zh-CN", "en:Dice zh-TW:擲骰子", "擲骰子")]
    [InlineData("en", "zh-CN:掷骰子 en-GB:Dice", "Dice")]
    [InlineData("zh-CN", "ja:サイコロ en:Dice", "Dice")]
    [InlineData("en", "ja:サイコロ zh-CN:掷骰子", "サイコロ")]
    [InlineData("en", ":Dice", "Dice")]
    public void The_nearest_version_is_read(string tag, string versions, string expected)
    {
        var text = new TranslatedText([.. versions.Split(' ').Select(version => version.Split(':')).Select(parts => KeyValuePair.Create(parts[0], parts[1]))]);

        Assert.Equal(expected, text.In(LanguageSet.Embedded.Find(tag)!));
    }
}
