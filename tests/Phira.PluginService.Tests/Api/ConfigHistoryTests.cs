using System.Net;
using System.Text.Json;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

public sealed class ConfigHistoryTests
{
    private const string Address = "/api/v1/plugins/welcome/config/revisions";
    private const string Schema =
        """{"type":"object","properties":{"text":{"type":"string"},"key":{"type":"string","writeOnly":true},"box":{"$ref":"#/$defs/box"}},"$defs":{"box":{"properties":{"pin":{"writeOnly":true}}}}}""";

    [Fact]
    public async Task Each_revision_tells_who_wrote_it_when_and_what_it_changed()
    {
        await using var service = NewService(Schema, """{"text":"hi"}""", """{"text":"hello"}""");

        Assert.Equal(
            """
            [{"revision":2,"author":"admin","at":"2026-11-22T12:02:00+00:00","current":true,"changes":[{"field":"text","hidden":false,"before":"hi","after":"hello"}]},
            {"revision":1,"author":"admin","at":"2026-11-22T12:01:00+00:00","current":false,"changes":[{"field":"text","hidden":false,"before":null,"after":"hi"}]}]
            """.ReplaceLineEndings(""),
            await (await service.Admin().Get(Address)).Text());
    }

    [Theory]
    [InlineData(Schema, "key")]
    [InlineData(Schema, "box")]
    [InlineData(Schema, "a_field_of_an_older_version")]
    [InlineData("""{"allOf":[{"properties":{"text":{"writeOnly":true}}}],"properties":{"text":{"type":"string"}}}""", "text")]
    [InlineData("""{"patternProperties":{"^t":{"writeOnly":true}},"properties":{"text":{"type":"string"}}}""", "text")]
    public async Task A_field_that_may_be_a_secret_is_named_without_its_value(string schema, string field)
    {
        await using var service = NewService(schema, $$$"""{"{{{field}}}":"hush-1"}""", $$$"""{"{{{field}}}":"hush-2"}""");

        var answer = await (await service.Admin().Get(Address)).Text();

        Assert.DoesNotContain("hush", answer, StringComparison.Ordinal);
        var change = Assert.Single(JsonElement.Parse(answer)[0].GetProperty("changes").EnumerateArray());
        Assert.Equal(field, change.GetProperty("field").GetString());
        Assert.True(change.GetProperty("hidden").GetBoolean());
    }

    [Fact]
    public async Task The_oldest_one_of_a_page_is_compared_with_the_one_before_it()
    {
        await using var service = NewService(Schema, """{"text":"a"}""", """{"text":"b"}""");

        var page = await (await service.Admin().Get(Address + "?count=1")).ReadAsync();

        var revision = Assert.Single(page.EnumerateArray());
        Assert.Equal("a", Assert.Single(revision.GetProperty("changes").EnumerateArray()).GetProperty("before").GetString());
    }

    [Fact]
    public async Task A_former_configuration_is_put_back_and_the_new_ETag_is_answered()
    {
        await using var service = NewService(Schema, """{"text":"a"}""", """{"text":"b"}""");

        var response = await service.Admin().With("If-Match", "\"2\"").Post(Address + "/1/restore");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("\"3\"", response.Headers.ETag?.ToString());
        Assert.Equal(("welcome", 1, 2), Assert.Single(service.Plugins.Restorations));
        Assert.Equal(
            ("plugin.restore_config", "plugin:welcome", "revision 1"),
            (service.Audit.Only.Action, service.Audit.Only.Target, service.Audit.Only.Reason.ToString()));
    }

    private static TestService NewService(string schema, params string[] overlays)
    {
        var service = new TestService();
        var plugin = PluginName.Parse("welcome");
        service.Plugins.Config = new PluginConfig(plugin, overlays.Length, "{}", schema);
        service.Plugins.Revisions.AddRange(overlays.Select((json, index) => new ConfigRevision(
            plugin, index + 1, json, "admin", new DateTimeOffset(2026, 11, 22, 12, index + 1, 0, TimeSpan.Zero))).Reverse());
        return service;
    }
}
