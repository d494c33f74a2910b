using System.Text.Json;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Boundary;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Interfaces.Services;

public sealed class ServiceSchemaTests
{
    private const string Argument = """{"type": "object", "properties": {"players": {"type": "array", "items": {"type": "integer"}}}, "required": ["players"]}""";
    private const string Answer = """{"type": "array", "items": {"type": "object", "properties": {"seconds": {"type": "integer", "minimum": 0}}}}""";

    [Theory]
    [InlineData("""{"players": [1, "x"]}""", "$.players[1] must be of type integer, not string.")]
    [InlineData("{}", "$ lacks the required field \"players\".")]
    [InlineData("[]", "$ must be of type object, not array.")]
    public async Task An_argument_that_the_schema_refuses_does_not_reach_the_provider(string argument, string problem)
    {
        await using var host = await HostAsync();
        await new Echo(host, "playtime").OkAsync("services.provide", "show", Argument);
        var before = host.Plugin("playtime").Usage.Calls;

        Assert.Equal(
            ("invalid-argument", $"argument: playtime does not take it for show: {problem}"),
            await new Echo(host, "titles").ErrorAsync("services.call", "playtime", "show", argument));
        Assert.Equal(before, host.Plugin("playtime").Usage.Calls);
    }

    [Theory]
    [InlineData("{", "argument: not JSON: ")]
    [InlineData("", "argument: not JSON: ")]
    [InlineData("""{"a": 1, "a": 2}""", "argument: not JSON: ")]
    public async Task An_argument_is_one_json_value(string argument, string problem)
    {
        await using var host = await HostAsync();

        var (name, text) = await new Echo(host, "titles").ErrorAsync("services.call", "playtime", "show", argument);

        Assert.Equal("invalid-argument", name);
        Assert.StartsWith(problem, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"seconds": 5}, {"seconds": -1}]""", "$[1].seconds is against the rule minimum 0 of the plugin's schema.")]
    [InlineData("""{"seconds": 5}""", "$ must be of type array, not object.")]
    public async Task An_answer_that_the_schema_refuses_does_not_reach_the_caller(string answer, string problem)
    {
        await using var host = await HostAsync();
        await new Echo(host, "playtime").OkAsync("services.provide-with-schemas", "raw", """{"type": "string"}""", Answer);
        var titles = new Echo(host, "titles");

        Assert.Equal(
            ("unavailable", $"playtime answered raw with what it may not answer: {problem}"),
            await titles.ErrorAsync("services.call", "playtime", "raw", JsonSerializer.Serialize(answer)));
        Assert.Contains(
            host.PluginLog.Read(Core.Ids.PluginName.Parse("playtime"), 1),
            line => line.Level == PluginLogLevel.Error && line.Message.Contains(problem, StringComparison.Ordinal));
        Assert.Equal("""[{"seconds":5}]""", (await titles.OkAsync("services.call", "playtime", "raw", """ "[{\"seconds\":5}]" """))!.GetValue<string>());
    }

    [Fact]
    public async Task An_answer_that_is_not_json_does_not_reach_the_caller()
    {
        await using var host = await HostAsync();

        var (name, text) = await new Echo(host, "titles").ErrorAsync("services.call", "playtime", "raw", "\"not json\"");

        Assert.Equal("unavailable", name);
        Assert.StartsWith("playtime answered raw with what it may not answer: not JSON: ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("services.provide", new object?[] { "x", "{" }, "schema: not JSON: ")]
    [InlineData("services.provide", new object?[] { "x", """{"type": "nothing"}""" }, "schema: The JSON Schema is not valid: #/type must be ")]
    [InlineData("services.provide-with-schemas", new object?[] { "x", null, """{"$ref": "#/$defs/y"}""" }, "answer-schema: The JSON Schema refers at ")]
    public async Task A_schema_that_is_none_is_refused(string function, object?[] arguments, string problem)
    {
        await using var host = await HostAsync();

        var (name, text) = await new Echo(host, "playtime").ErrorAsync(function, arguments);

        Assert.Equal("invalid-argument", name);
        Assert.StartsWith(problem, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_schemas_are_shown_to_those_who_may_call()
    {
        await using var host = await HostAsync();
        var playtime = new Echo(host, "playtime");
        foreach (var service in (string[])["fail", "raw", "relay", "trap"])
        {
            await playtime.OkAsync("services.withdraw", service);
        }

        await playtime.OkAsync("services.provide-with-schemas", "show", """{"type":"string"}""", """{"type":"null"}""");
        await playtime.OkAsync("services.provide", "plain", null);

        Json.Same(
            """
            [{"plugin": "playtime", "name": "plain", "schema": null, "answer-schema": null},
             {"plugin": "playtime", "name": "show", "schema": "{\"type\":\"string\"}", "answer-schema": "{\"type\":\"null\"}"}]
            """,
            await new Echo(host, "titles").OkAsync("services.list"));
    }

    private static Task<PluginHost> HostAsync() => new PluginHost().WithPeer("titles", "playtime").WithPeer("playtime").StartAsync();
}
