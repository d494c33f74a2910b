using System.Net;
using System.Text.Json;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

public sealed class ErrorsEndpointsTests
{
    private const string Address = "/api/v1/errors";

    [Fact]
    public async Task Every_code_that_the_code_declares_is_listed_in_order()
    {
        await using var service = new TestService();

        var listed = (await (await service.Admin().Get(Address)).ReadAsync()).EnumerateArray().Select(code => code.GetProperty("code").GetString()!);

        Assert.Equal(ErrorCatalog.All.Select(code => code.Value), listed);
    }

    [Theory]
    [InlineData("en", "No plugin is called \"{0}\".")]
    [InlineData("zh-CN", "没有名为“{0}”的插件。")]
    public async Task A_code_is_explained_in_the_language_of_the_caller_with_its_placeholders(string language, string message)
    {
        await using var service = new TestService();

        var code = await FindAsync(service, "plugin.not_found", language);

        Assert.Equal(message, code.GetProperty("message").GetString());
        Assert.NotEmpty(code.GetProperty("remedy").GetString()!);
    }

    [Theory]
    [InlineData("plugin.not_found", 404)]
    [InlineData("host.internal", 500)]
    [InlineData("request.method_not_allowed", 405)]
    [InlineData("request.too_large", 413)]
    [InlineData("request.media_type_unsupported", 415)]
    public async Task A_code_has_the_status_of_its_answers(string value, int status)
    {
        await using var service = new TestService();

        Assert.Equal(status, (await FindAsync(service, value)).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Strangers_read_nothing()
    {
        await using var service = new TestService();

        await (await service.Anonymous().Get(Address)).ReadProblemAsync(HttpStatusCode.Unauthorized, "auth.required");
    }

    private static async Task<JsonElement> FindAsync(TestService service, string value, string language = "en") =>
        (await (await service.Admin(language).Get(Address)).ReadAsync()).EnumerateArray().Single(code => code.GetProperty("code").GetString() == value);
}
