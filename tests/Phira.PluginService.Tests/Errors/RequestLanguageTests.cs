using System.Net;
using System.Text;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Errors;

public sealed class RequestLanguageTests
{
    private const string Chinese = "没有名为“none”的插件。";
    private const string English = "No plugin is called \"none\".";

    [Theory]
    [InlineData(null, Chinese)]
    [InlineData("zh", Chinese)]
    [InlineData("zh-TW", Chinese)]
    [InlineData("zh-Hans-CN,en;q=0.5", Chinese)]
    [InlineData("en", English)]
    [InlineData("en-GB", English)]
    [InlineData("EN-us", English)]
    [InlineData("fr, en;q=0.3", English)]
    [InlineData("fr, de", Chinese)]
    [InlineData("zh;q=0.2, en;q=0.8", English)]
    [InlineData("en;q=0", Chinese)]
    [InlineData("!?", Chinese)]
    public async Task Are_chosen_by_Accept_Language(string? header, string expected)
    {
        await using var service = new TestService();
        var caller = service.Admin();
        caller.Headers.Remove("Accept-Language");
        if (header is not null)
        {
            caller.With("Accept-Language", header);
        }

        var response = await caller.Get("/api/v1/plugins/none");

        var problem = await response.ReadProblemAsync(HttpStatusCode.NotFound, "plugin.not_found");
        Assert.Equal(expected, problem.GetProperty("detail").GetString());
        Assert.Equal(expected == Chinese ? "zh-CN" : "en", Assert.Single(response.Content.Headers.ContentLanguage));
        Assert.Contains("Accept-Language", response.Headers.Vary);
    }

    [Fact]
    public async Task Are_all_that_there_are_catalogues_for()
    {
        const string Japanese = """{ "language": { "name": "日本語", "serves": ["ja"] }, "errors": { "plugin.not_found": { "message": "プラグイン「{0}」はありません。", "remedy": "…" } }, "texts": {} }""";
        await using var service = new TestService();
        service.Languages = LanguageSet.Load(
            LanguageSet.EmbeddedFiles().Append(KeyValuePair.Create<string, Stream>("ja-JP", new MemoryStream(Encoding.UTF8.GetBytes(Japanese)))));

        var response = await service.Admin("fr, ja;q=0.5, en;q=0.3").Get("/api/v1/plugins/none");

        var problem = await response.ReadProblemAsync(HttpStatusCode.NotFound, "plugin.not_found");
        Assert.Equal("プラグイン「none」はありません。", problem.GetProperty("detail").GetString());
        Assert.Equal("ja-JP", Assert.Single(response.Content.Headers.ContentLanguage));
    }

    [Fact]
    public async Task Chinese_is_readable_in_the_answer_itself()
    {
        await using var service = new TestService();

        Assert.Contains("没有名为", await (await service.Admin("zh-CN").Get("/api/v1/plugins/none")).Text(), StringComparison.Ordinal);
    }
}
