using System.Text;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Tests.Localization;

/// <summary>A catalogue file is a language: nothing else has to be changed for it.</summary>
public sealed class LanguageSetTests
{
    private const string Japanese =
        """
        { "language": { "name": "日本語", "serves": ["ja"] }, "errors": {}, "texts": { "cause.service_starts": "サービスの起動", "change.version": "バージョン {0}" } }
        """;

    [Fact]
    public void A_third_file_is_offered_as_a_third_language()
    {
        var set = With("ja-JP", Japanese);

        Assert.Equal(["zh-CN", "en", "ja-JP"], set.Offered.Select(language => language.Tag));
        var language = set.Find("ja");
        Assert.Same(set.Offered[2], language);
        Assert.Equal("日本語", language!.Name);
        Assert.Equal("バージョン 1.2.3", LocalizedText.Of("change.version", "1.2.3").In(language));
    }

    [Fact]
    public void A_text_that_a_file_lacks_is_English() =>
        Assert.Equal("the service stops", LocalizedText.Of("cause.service_stops").In(With("ja-JP", Japanese).Find("ja-JP")!));

    [Fact]
    public void The_languages_of_before_are_not_changed_by_a_file_more() =>
        Assert.Equal(["zh-CN", "en"], LanguageSet.Embedded.Offered.Select(language => language.Tag));

    [Theory]
    [InlineData("zh", "zh-CN")]
    [InlineData("zh-SG", "zh-CN")]
    [InlineData("ZH-hans-TW", "zh-CN")]
    [InlineData("zh-Hant", "zh-TW")]
    [InlineData("zh_HK", "zh-TW")]
    [InlineData("en-GB", "en")]
    [InlineData("fr", null)]
    [InlineData("-", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_first_subtag_that_a_file_serves_decides(string? tag, string? expected) =>
        Assert.Equal(expected, LanguageSet.Embedded.Find(tag)?.Tag);

    [Theory]
    [InlineData("zh-TW", "zh-CN")]
    [InlineData("en-US", "en")]
    [InlineData("fr-FR", "en")]
    [InlineData("", "zh-CN")]
    [InlineData(null, "zh-CN")]
    public void The_nearest_language_has_every_text(string? tag, string expected)
    {
        var language = LanguageSet.Embedded.Nearest(tag);

        Assert.Equal(expected, language.Tag);
        Assert.True(language.IsComplete);
    }

    private static LanguageSet With(string tag, string file) => LanguageSet.Load(
        LanguageSet.EmbeddedFiles().Append(KeyValuePair.Create<string, Stream>(tag, new MemoryStream(Encoding.UTF8.GetBytes(file)))));
}
