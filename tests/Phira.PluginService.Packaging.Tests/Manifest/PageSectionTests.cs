using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using static Phira.PluginService.Packaging.Tests.Manifest.ManifestText;

namespace Phira.PluginService.Packaging.Tests.Manifest;

/// <summary>The pages that a manifest declares.</summary>
public sealed class PageSectionTests
{
    [Fact]
    public void Pages_stand_in_their_order_with_titles_in_languages()
    {
        var pages = Accept(Minimal + """
            [[pages]]
            id = "board"
            title = { zh-CN = "排行榜", en = "Board" }
            icon = "trophy"
            path = "/board"
            access = "public"

            [[pages]]
            id = "settings"
            title = "Settings"
            path = "/admin/index.html"
            """).Pages;

        Assert.Equal(["board", "settings"], pages.Select(page => page.Id));
        Assert.Equal(["排行榜", "Board"], new[] { Language.Chinese, Language.English }.Select(pages[0].Title.In));
        Assert.Equal(("trophy", "/board", true), (pages[0].Icon, pages[0].Path, pages[0].IsPublic));
        Assert.Equal((PluginPageIcons.Default, "/admin/index.html", false), (pages[1].Icon, pages[1].Path, pages[1].IsPublic));
    }

    [Fact]
    public void A_manifest_without_pages_has_none() => Assert.Empty(Accept(Minimal).Pages);

    [Theory]
    [InlineData("/")]
    [InlineData("/board")]
    [InlineData("/board/")]
    [InlineData("/a.b/c_d-e~f/index.html")]
    [InlineData("/.hidden")]
    public void A_path_below_the_plugin_is_one(string path) =>
        Assert.Equal(path, Assert.Single(Accept($"{Minimal}pages = [{{ id = \"a\", title = \"A\", path = \"{path}\" }}]").Pages).Path);

    [Theory]
    [InlineData("board")]
    [InlineData("//evil.example/")]
    [InlineData("/a//b")]
    [InlineData("/../other/")]
    [InlineData("/a/..")]
    [InlineData("/./a")]
    [InlineData("/~ticket/")]
    [InlineData("/a/~b")]
    [InlineData("/a?b=c")]
    [InlineData("/a#b")]
    [InlineData("/%2e%2e/")]
    [InlineData("/a b")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    public void Nothing_else_is_a_path(string path) => Assert.Equal(
        $"manifest.bad_page_path pages[0].path|{path}",
        Assert.Single(Problems(Read($"{Minimal}pages = [{{ id = \"a\", title = \"A\", path = \"{path}\" }}]").Failure)).Split(' ', 2)[1]);

    [Fact]
    public void A_line_break_at_its_end_is_not_overlooked() => Assert.NotNull(
        Read($"{Minimal}pages = [{{ id = \"a\", title = \"A\", path = \"/board\\n\" }}]").Failure);

    [Fact]
    public void There_are_sixteen_at_most()
    {
        string Declare(int count) =>
            $"{Minimal}pages = [{string.Join(',', Enumerable.Range(0, count).Select(number => $"{{ id = \"p{number}\", title = \"A\", path = \"/\" }}"))}]";

        Assert.Equal(16, Accept(Declare(16)).Pages.Length);
        Assert.Equal(["4:9 manifest.too_long pages|16"], Problems(Read(Declare(17)).Failure));
    }
}
