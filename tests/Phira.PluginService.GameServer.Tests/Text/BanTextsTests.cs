using System.Globalization;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.GameServer.Text;

namespace Phira.PluginService.GameServer.Tests.Text;

public sealed class BanTextsTests
{
    [Theory]
    [InlineData("00:00:01", "in a minute", "1 分钟后", "1 分鐘後")]
    [InlineData("00:01:01", "in 2 minutes", "2 分钟后", "2 分鐘後")]
    [InlineData("01:00:00", "in 60 minutes", "60 分钟后", "60 分鐘後")]
    [InlineData("01:00:01", "in 2 hours", "2 小时后", "2 小時後")]
    [InlineData("1.23:59:59", "in 48 hours", "48 小时后", "48 小時後")]
    [InlineData("2.00:00:01", "in 3 days", "3 天后", "3 天後")]
    [InlineData("365.00:00:00", "in 365 days", "365 天后", "365 天後")]
    public void The_time_is_rounded_up_in_the_unit_that_people_would_use(string time, string english, string simplified, string traditional)
    {
        var text = TimeTexts.In(TimeSpan.Parse(time, CultureInfo.InvariantCulture));

        Assert.Equal(
            [simplified, english, traditional],
            ((string[])["zh-CN", "en", "zh-TW"]).Select(tag => text.In(LanguageSet.Embedded.Find(tag)!)));
    }
}
