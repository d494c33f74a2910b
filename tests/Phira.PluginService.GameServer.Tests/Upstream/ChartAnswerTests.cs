using System.Text.Json;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Upstream;

namespace Phira.PluginService.GameServer.Tests.Upstream;

/// <summary>The fields that are read of the API's answer about a chart.</summary>
public sealed class ChartAnswerTests
{
    [Fact]
    public void Everything_that_its_uploader_says_is_read()
    {
        var chart = Read("""
            {"id":9,"name":"谱面","level":"IN Lv.15","difficulty":15.2,"charter":"谱师","composer":"曲师","illustrator":"画师","description":null,
             "ranked":true,"reviewed":true,"stable":true,"stableRequest":false,"illustration":"https://x/1","uploader":5,"tags":["一","two"],
             "rating":0.875,"created":"2024-01-01T00:00:00Z"}
            """)!;

        Assert.Equal(new ChartSnapshot(9, "谱面"), chart.Chart);
        Assert.Equal(
            ("IN Lv.15", 15.2f, "谱师", "曲师", "画师", new UserId(5), true, true, true, 0.875f),
            (chart.Level, chart.Difficulty, chart.Charter, chart.Composer, chart.Illustrator,
                chart.Uploader, chart.IsRanked, chart.IsReviewed, chart.IsStable, chart.Rating));
        Assert.Equal(["一", "two"], chart.Tags);
    }

    [Theory]
    [InlineData("""{"id":9,"name":"x"}""")]
    [InlineData("""{"id":9,"name":"x","level":null,"difficulty":null,"uploader":null,"rating":null,"tags":null,"ranked":null}""")]
    [InlineData("""{"id":9,"name":"x","level":5,"difficulty":"15","uploader":{"id":5},"rating":true,"tags":"one","ranked":1}""")]
    public void Only_number_and_title_are_required_and_what_has_another_type_is_left_out(string json)
    {
        var chart = Read(json)!;

        Assert.Equal(("", null, null, null, false), (chart.Level, chart.Difficulty, chart.Uploader, chart.Rating, chart.IsRanked));
        Assert.Empty(chart.Tags);
    }

    [Fact]
    public void Texts_are_one_line_of_bounded_length_and_tags_are_at_most_32()
    {
        var tags = string.Join(',', Enumerable.Range(0, 100).Select(tag => $"\"{tag}\\n{new string('x', 100)}\""));
        var chart = Read($$"""{"id":9,"name":"x","charter":"{{new string('c', 1000)}}","level":"a\nb","tags":[5,{{tags}}]}""")!;

        Assert.Equal((200, "a b", 32), (chart.Charter.Length, chart.Level, chart.Tags.Length));
        Assert.All(chart.Tags, tag => Assert.Equal((50, false), (tag.Length, tag.Contains('\n'))));
    }

    private static ChartDetails? Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return PhiraJson.ReadChart(document.RootElement);
    }
}
