using static Phira.PluginService.Packaging.Tests.Configuration.SchemaText;

namespace Phira.PluginService.Packaging.Tests.Configuration;

public sealed class ConfigDefinitionTests
{
    private const string Defaults = """{"text":"你好","count":3,"nested":{"a":1,"b":[1,2]}}""";

    [Fact]
    public void Without_a_stored_revision_the_defaults_apply() =>
        Assert.Equal(Defaults, Define(null, Defaults).Effective(null).Value);

    [Fact]
    public void The_overlay_wins_field_by_field_and_replaces_lists_as_a_whole() => Assert.Equal(
        """{"text":"你好","count":4,"nested":{"a":1,"b":[9]},"more":true}""",
        Define(null, Defaults).Effective("""{"count":4,"nested":{"b":[9]},"more":true}""").Value);

    [Fact]
    public void Only_what_differs_from_the_defaults_is_stored()
    {
        var change = Define(null, Defaults).Accept(null, """{"text":"hello","count":3.0,"nested":{"a":1,"b":[1,2],"c":0}}""").Value!;

        Assert.Equal("""{"text":"hello","nested":{"c":0}}""", change.OverlayJson);
        Assert.Equal("""{"text":"hello","count":3.0,"nested":{"a":1,"b":[1,2],"c":0}}""", change.EffectiveJson);
    }

    [Fact]
    public void What_is_stored_gives_the_same_values_again()
    {
        var definition = Define(null, Defaults);
        var change = definition.Accept("""{"old":1}""", """{"text":"x","nested":{"a":null},"new":[{}]}""");

        Assert.Equal("config.wrong_type", change.Error?.Code.Value);

        var right = definition.Accept("""{"old":1}""", """{"text":"x","nested":{"a":7},"new":[{}]}""").Value!;
        Assert.Equal(right.EffectiveJson, definition.Effective(right.OverlayJson).Value);
        Assert.DoesNotContain("old", right.EffectiveJson, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_schema_a_field_keeps_the_type_of_its_default() => Assert.Equal(
        ["config.wrong_type $.text string number", "config.wrong_type $.nested.b array object"],
        Lines(Define(null, Defaults).Accept(null, """{"text":5,"count":1.5,"nested":{"b":{}}}""").Error));

    [Fact]
    public void Without_a_schema_fields_without_a_default_are_free() =>
        Assert.True(Define(null).Accept(null, """{"anything":[null,{"goes":1}]}""").IsSuccess);

    [Theory]
    [InlineData("[]", "config.not_an_object array")]
    [InlineData("1", "config.not_an_object integer")]
    [InlineData("null", "config.not_an_object null")]
    public void The_values_must_be_an_object(string values, string expected) =>
        Assert.Equal([expected], Lines(Define(null).Accept(null, values).Error));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"a\":1}x")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    [InlineData("{\"\\udc00\":1}")]
    [InlineData("{\"a\":NaN}")]
    public void The_values_must_be_json(string values) =>
        Assert.Equal("config.not_json", Define(null).Accept(null, values).Error?.Code.Value);

    [Fact]
    public void Values_nested_without_end_are_refused() => Assert.Equal(
        "config.not_json",
        Define(null).Accept(null, $$"""{"a":{{new string('[', 100_000)}}{{new string(']', 100_000)}}}""").Error?.Code.Value);

    [Fact]
    public void Values_without_end_are_refused() => Assert.Equal(
        ["config.too_large 262144"], Lines(Define(null).Accept(null, $$"""{"a":"{{new string('x', 300_000)}}"}""").Error));

    [Fact]
    public void The_schema_is_checked_before_anything_is_stored() => Assert.Equal(
        ["config.out_of_range $.count maximum 5"],
        Lines(Define("""{"properties":{"count":{"maximum":5}}}""", Defaults).Accept(null, """{"count":6}""").Error));

    [Fact]
    public void A_stored_revision_that_no_longer_fits_the_schema_is_reported() => Assert.Equal(
        ["config.unknown_field $.old"],
        Lines(Define("""{"additionalProperties":false}""").Effective("""{"old":1}""").Error));

    [Fact]
    public void Defaults_may_lack_what_the_schema_requires_but_the_plugin_does_not_start_with_them()
    {
        var definition = Define("""{"required":["token"],"properties":{"token":{"type":"string"}}}""");

        Assert.Empty(definition.CheckDefaults());
        Assert.Equal(["config.missing_field $ token"], Lines(definition.Effective(null).Error));
    }

    [Fact]
    public void Defaults_that_the_schema_forbids_are_a_problem()
    {
        var definition = Define("""{"properties":{"count":{"type":"string"}}}""", Defaults);

        Assert.Equal("$.count", $"{Assert.Single(definition.CheckDefaults()).Path}");
    }
}
