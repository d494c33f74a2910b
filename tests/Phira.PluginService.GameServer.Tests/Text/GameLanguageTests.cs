using Phira.PluginService.Core.Localization;
using Phira.PluginService.GameServer.Text;

namespace Phira.PluginService.GameServer.Tests.Text;

public sealed class GameLanguageTests
{
    [Theory]
    [InlineData("zh-CN", "房间已满")]
    [InlineData("zh", "房间已满")]
    [InlineData("zh-SG", "房间已满")]
    [InlineData("zh-Hans-TW", "房间已满")]
    [InlineData("zh-TW", "房間已滿")]
    [InlineData("zh-HK", "房間已滿")]
    [InlineData("zh_tw", "房間已滿")]
    [InlineData("zh-Hant-CN", "房間已滿")]
    [InlineData("en-US", "Room is full")]
    [InlineData("ja-JP", "Room is full")]
    [InlineData("mn-MN", "Room is full")]
    [InlineData("", "Room is full")]
    [InlineData("-", "Room is full")]
    [InlineData("not a tag at all", "Room is full")]
    public void Every_tag_yields_a_text(string tag, string expected) =>
        Assert.Equal(expected, GameTexts.RoomFull.In(GameLanguages.Resolve(tag)));

    [Fact]
    public void Every_text_exists_in_every_language() =>
        Assert.All(
            typeof(GameTexts).GetFields().Select(field => (LocalizedText)field.GetValue(null)!),
            text => Assert.All(LanguageSet.Embedded.All, language => Assert.NotEmpty(text.In(language))));
}
