using System.Net;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

public sealed class PluginConfigTests
{
    private const string Address = "/api/v1/plugins/welcome/config";

    [Fact]
    public async Task The_configuration_comes_with_its_schema_and_an_ETag()
    {
        await using var service = NewService();

        var response = await service.Admin().Get(Address);

        Assert.Equal("""{"plugin":"welcome","revision":3,"values":{"text":"hi"},"schema":{"type":"object"}}""", await response.Text());
        Assert.Equal("\"3\"", response.Headers.ETag?.ToString());
    }

    [Theory]
    [InlineData("en", "Dice", "How many", "as written")]
    [InlineData("zh-CN", "骰子", "数量", "as written")]
    public async Task Titles_and_descriptions_of_the_schema_are_in_the_language_of_the_caller(string language, string title, string text, string other)
    {
        await using var service = NewService();
        service.Plugins.Config = service.Plugins.Config! with
        {
            SchemaJson =
                """
                {
                  "title": "?", "x-i18n": { "zh-CN": { "title": "骰子" }, "en": { "title": "Dice" } },
                  "properties": {
                    "n": { "description": "How many", "x-i18n": { "zh": { "description": "数量" } }, "default": { "title": "data", "x-i18n": { "zh-CN": { "title": "数据" } } } },
                    "default": { "title": "as written", "x-i18n": 3, "items": [{ "title": "?", "x-i18n": { "zh-CN": { "title": "骰子" }, "en": { "title": "Dice" } } }] }
                  }
                }
                """,
        };

        var schema = (await (await service.Admin(language).Get(Address)).ReadAsync()).GetProperty("schema");

        Assert.Equal(title, schema.GetProperty("title").GetString());
        var properties = schema.GetProperty("properties");
        Assert.Equal(text, properties.GetProperty("n").GetProperty("description").GetString());
        Assert.Equal("data", properties.GetProperty("n").GetProperty("default").GetProperty("title").GetString());
        Assert.Equal(other, properties.GetProperty("default").GetProperty("title").GetString());
        Assert.Equal(title, properties.GetProperty("default").GetProperty("items")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task Without_a_schema_it_is_null()
    {
        await using var service = NewService();
        service.Plugins.Config = service.Plugins.Config! with { SchemaJson = null };

        Assert.Contains("\"schema\":null", await (await service.Admin().Get(Address)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_are_replaced_and_the_new_ETag_is_answered()
    {
        await using var service = NewService();

        var response = await service.Admin().Put(Address, """{"values":{"text":"你好","n":1.50}}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("\"4\"", response.Headers.ETag?.ToString());
        var (plugin, json, expected, cause) = Assert.Single(service.Plugins.ConfigChanges);
        Assert.Equal("welcome", plugin.Value);
        Assert.Equal("""{"text":"你好","n":1.50}""", json);
        Assert.Null(expected);
        Assert.Equal("admin", cause.Actor);
    }

    [Theory]
    [InlineData("\"3\"", 3)]
    [InlineData("\"0\"", 0)]
    [InlineData("*", null)]
    public async Task If_Match_is_the_revision_that_must_still_hold(string header, int? expected)
    {
        await using var service = NewService();

        var response = await service.Admin().With("If-Match", header).Put(Address, """{"values":{}}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, Assert.Single(service.Plugins.ConfigChanges).Expected);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("W/\"3\"")]
    [InlineData("\"abc\"")]
    [InlineData("\"-1\"")]
    [InlineData("\"1\", \"2\"")]
    public async Task An_If_Match_that_never_was_an_ETag_is_refused(string header)
    {
        await using var service = NewService();

        var response = await service.Admin().With("If-Match", header).Put(Address, """{"values":{}}""");

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "request.if_match_invalid");
        Assert.Empty(service.Plugins.ConfigChanges);
    }

    [Fact]
    public async Task Somebody_elses_change_is_a_failed_precondition()
    {
        await using var service = NewService();
        service.Plugins.Refusal = new Error(
            new ErrorCode("config.changed_meanwhile", ErrorKind.PreconditionFailed));

        var response = await service.Admin().With("If-Match", "\"2\"").Put(Address, """{"values":{}}""");

        await response.ReadProblemAsync(HttpStatusCode.PreconditionFailed, "config.changed_meanwhile");
    }

    [Theory]
    [InlineData("{}", "request.field_missing")]
    [InlineData("""{"values":null}""", "request.field_missing")]
    [InlineData("""{"values":[1]}""", "request.field_not_object")]
    [InlineData("""{"values":"x"}""", "request.field_not_object")]
    public async Task Values_have_to_be_an_object(string body, string code)
    {
        await using var service = NewService();

        var response = await service.Admin().Put(Address, body);

        var problem = await response.ReadProblemAsync(HttpStatusCode.BadRequest, "request.invalid");
        Assert.Equal(code, Assert.Single(problem.GetProperty("errors").EnumerateArray()).GetProperty("code").GetString());
        Assert.Empty(service.Plugins.ConfigChanges);
    }

    [Fact]
    public async Task A_key_written_twice_is_refused()
    {
        await using var service = NewService();

        var response = await service.Admin().Put(Address, """{"values":{"a":1,"a":2}}""");

        await response.ReadProblemAsync(HttpStatusCode.BadRequest, "request.json_invalid");
    }

    private static TestService NewService()
    {
        var service = new TestService();
        service.Plugins.Config = new PluginConfig(PluginName.Parse("welcome"), 3, """{"text":"hi"}""", """{"type":"object"}""");
        return service;
    }
}
