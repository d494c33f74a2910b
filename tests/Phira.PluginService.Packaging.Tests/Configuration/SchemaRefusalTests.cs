using static Phira.PluginService.Packaging.Tests.Configuration.SchemaText;

namespace Phira.PluginService.Packaging.Tests.Configuration;

/// <summary>Schemas that are wrong, or could harm the host, are refused when the manifest is read.</summary>
public sealed class SchemaRefusalTests
{
    [Theory]
    [InlineData("1", "config.schema_keyword # schema")]
    [InlineData("""{"type":"strnig"}""", "config.schema_keyword #/type null/boolean/object/array/number/integer/string")]
    [InlineData("""{"properties":[]}""", "config.schema_keyword #/properties object")]
    [InlineData("""{"properties":{"a":3}}""", "config.schema_keyword #/properties/a schema")]
    [InlineData("""{"required":"a"}""", "config.schema_keyword #/required array of strings")]
    [InlineData("""{"required":[1]}""", "config.schema_keyword #/required/0 string")]
    [InlineData("""{"items":[{}]}""", "config.schema_keyword #/items schema")]
    [InlineData("""{"minimum":"1"}""", "config.schema_keyword #/minimum number")]
    [InlineData("""{"multipleOf":0}""", "config.schema_keyword #/multipleOf number > 0")]
    [InlineData("""{"minLength":-1}""", "config.schema_keyword #/minLength integer >= 0")]
    [InlineData("""{"uniqueItems":1}""", "config.schema_keyword #/uniqueItems boolean")]
    [InlineData("""{"enum":3}""", "config.schema_keyword #/enum array")]
    [InlineData("""{"allOf":{}}""", "config.schema_keyword #/allOf array of schemas")]
    [InlineData("""{"writeOnly":"yes"}""", "config.schema_keyword #/writeOnly boolean")]
    [InlineData("""{"$ref":"#/$defs/none"}""", "config.schema_reference #/$ref #/$defs/none")]
    [InlineData("""{"$ref":"https://example.org/schema.json"}""", "config.schema_reference #/$ref https://example.org/schema.json")]
    [InlineData("""{"$ref":"file:///etc/passwd"}""", "config.schema_reference #/$ref file:///etc/passwd")]
    [InlineData("""{"pattern":"(a"}""", "config.schema_pattern #/pattern (a")]
    [InlineData("""{"pattern":"(?=a)b"}""", "config.schema_pattern #/pattern (?=a)b")]
    [InlineData("""{"pattern":"(a)\\1"}""", "config.schema_pattern #/pattern (a)\\1")]
    [InlineData("""{"pattern":"[a"}""", "config.schema_pattern #/pattern [a")]
    [InlineData("""{"pattern":"[😀]"}""", "config.schema_pattern #/pattern [😀]")]
    [InlineData("""{"patternProperties":{"(":{}}}""", "config.schema_pattern #/patternProperties (")]
    [InlineData("""{"$dynamicRef":"#a"}""", "config.schema_unsupported #/$dynamicRef")]
    [InlineData("""{"dependencies":{}}""", "config.schema_unsupported #/dependencies")]
    [InlineData("""{"properties":{"a":{"$id":"x"}}}""", "config.schema_unsupported #/properties/a/$id")]
    public void A_schema_that_cannot_be_honoured_is_refused_with_the_place(string schema, string expected)
    {
        var error = Compile(schema).Error;

        Assert.Equal([expected], Lines(error));
        Assert.Equal("config.schema.json", error!.Location!.File);
    }

    [Fact]
    public void All_problems_of_a_schema_are_reported_together() => Assert.Equal(
        2, Compile("""{"type":"x","properties":{"a":{"minimum":"1"}}}""").Error!.Causes.Length);

    [Theory]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"type\": \"object\"")]
    [InlineData("")]
    [InlineData("{\"title\":\"\\ud800\"}")]
    public void A_schema_must_be_json(string schema) => Assert.Equal("config.schema_syntax", Compile(schema).Error?.Code.Value);

    [Fact]
    public void A_schema_nested_without_end_is_refused() => Assert.Equal(
        "config.schema_syntax",
        Compile(string.Concat(Enumerable.Repeat("""{"not":""", 10_000)) + "{}" + new string('}', 10_000)).Error?.Code.Value);

    [Theory]
    [InlineData("""{"$ref":"#"}""")]
    [InlineData("""{"allOf":[{"$ref":"#"}]}""")]
    [InlineData("""{"properties":{"a":{"anyOf":[{"$ref":"#/properties/a"}]}}}""")]
    public void A_schema_that_refers_to_itself_for_ever_is_stopped(string schema) => Assert.Equal(
        ["config.too_complex"], Lines(Define(schema).Effective("""{"a":1}""").Error));

    [Fact]
    public void A_schema_that_branches_without_end_is_stopped()
    {
        var levels = Enumerable.Range(0, 30).Select(i => $$"""
            "d{{i}}": { "anyOf": [ { "$ref": "#/$defs/d{{i + 1}}" }, { "$ref": "#/$defs/d{{i + 1}}" } ] }
            """);
        var definition = Define($$"""{"$ref":"#/$defs/d0","$defs":{ {{string.Join(',', levels)}}, "d30": false } }""");

        Assert.Equal(["config.too_complex"], Lines(definition.Effective("{}").Error));
    }

    [Fact]
    public void Comparing_very_many_elements_is_stopped()
    {
        var definition = Define("""{"properties":{"a":{"uniqueItems":true}}}""");

        Assert.Equal(
            ["config.too_complex"], Lines(definition.Effective($$"""{"a":[{{string.Join(',', Enumerable.Range(0, 20_000))}}]}""").Error));
    }

    [Theory]
    [InlineData("^(a+)+$")]
    [InlineData("^(a|a)*$")]
    [InlineData("^(([a-z])+.)+[A-Z]([a-z])+$")]
    public void A_pattern_that_explodes_elsewhere_takes_no_time_here(string pattern)
    {
        var definition = Define($$"""{"properties":{"a":{"pattern":"{{pattern}}"} } }""");

        Assert.Equal([$"config.pattern $.a {pattern}"], Lines(definition.Effective($$"""{"a":"{{new string('a', 50_000)}}!"}""").Error));
    }

    [Fact]
    public void Patterns_of_huge_counts_are_contained()
    {
        var result = Compile("""{"properties":{"a":{"pattern":"^(((a{1,999}){1,999}){1,999}){1,999}b$"}}}""");

        Assert.True(result.Error?.Code.Value == "config.schema_pattern"
            || result.Value!.Effective($$"""{"a":"{{new string('a', 5000)}}"}""").Error is not null);
    }
}
