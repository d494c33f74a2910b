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

    [Theory]
    [InlineData("zh-CN", "zh-CN")]
    [InlineData("ZH-cn", "zh-CN")]
    [InlineData("zh-Hans-CN", "zh-CN")]
    [InlineData("zh-TW", "zh-CN")]
    [InlineData("en-GB", "en")]
    [InlineData("ja-JP", "ja")]
    [InlineData("ja", "ja")]
    [InlineData("fr-FR", "en")]
    [InlineData("", "zh-CN")]
    [InlineData("???", "en")]
    public void An_account_reads_its_language_or_else_the_one_that_most_can_read(string account, string expected)
    {
        var text = new TranslatedText([new("ja", "やあ"), new("en", "hello"), new("zh-CN", "你好")]);

        Assert.Equal(expected, text.For(account).Key);
    }

    [Theory]
    [InlineData("zh-TW", "zh-TW,zh-CN", "zh-TW")]
    [InlineData("zh-Hant", "zh-CN,zh-TW", "zh-TW")]
    [InlineData("en-US", "de,zh-CN", "zh-CN")]
    [InlineData("", "de,en", "en")]
    [InlineData("zh-CN", "de,ja", "de")]
    [InlineData("pt-BR", "de,pt-PT,en", "pt-PT")]
    public void What_is_missing_is_replaced_by_the_nearest(string account, string versions, string expected) => Assert.Equal(
        expected, new TranslatedText([.. versions.Split(',').Select(tag => KeyValuePair.Create(tag, tag))]).For(account).Value);
}
