using System.Net;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Auth;

/// <summary>A proxy has other things at its root: everything works below a path, whether the proxy leaves the path in the request or takes it away.</summary>
public sealed class PathBaseTests
{
    private const string LogIn = $$"""{"token":"{{TestService.Token}}"}""";

    [Theory]
    [InlineData("http.path_base", "/phira")]
    [InlineData("http.public_url", "https://phira.example/phira")]
    public async Task Every_part_is_served(string setting, string value)
    {
        await using var service = new TestService([new(setting, value)]);
        foreach (var address in new[] { "/", "/manage/dice/log", "/api/v1/system", "/swagger/v1/swagger.json", "/metrics", "/healthz/live", "/favicon.svg" })
        {
            Assert.Equal(HttpStatusCode.OK, (await service.Admin().Get("/phira" + address)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await service.Admin().Get(address)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await service.Admin().Get("/phira")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Admin().Post("/phira/hubs/live/negotiate?negotiateVersion=1")).StatusCode);
    }

    [Theory]
    [InlineData("/phira/")]
    [InlineData("/phira/rooms")]
    [InlineData("/phira/index.html")]
    [InlineData("/")]
    public async Task The_page_names_the_path_and_all_its_addresses_are_relative_to_it(string address)
    {
        await using var service = new TestService([new("http.path_base", "/phira")]);

        var page = await (await service.Anonymous().Get(address)).Text();

        Assert.Contains("<base href=\"/phira/\" />", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/", page.Replace("<base href=\"/", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_goes_nowhere_else()
    {
        await using var service = new TestService([new("http.path_base", "/phira")]);

        var response = await service.Anonymous().Post("/phira/api/v1/session", LogIn);

        Assert.Contains("path=/phira", Browser.SetCookieOf(response).Split("; "));
    }

    [Fact]
    public async Task The_API_document_says_where_its_calls_are()
    {
        await using var service = new TestService([new("http.path_base", "/phira")]);

        var document = await (await service.Anonymous().Get("/phira/swagger/v1/swagger.json")).ReadAsync();
        var scripts = await (await service.Anonymous().Get("/phira/swagger/index.js")).Text();

        Assert.Equal("/phira", document.GetProperty("servers")[0].GetProperty("url").GetString());
        Assert.Contains("\"v1/swagger.json\"", scripts, StringComparison.Ordinal);
    }
}
