using Phira.PluginService.Packaging.Configuration;
using static Phira.PluginService.Packaging.Tests.Configuration.SchemaText;

namespace Phira.PluginService.Packaging.Tests.Configuration;

public sealed class ConfigSecretsTests
{
    private const string Schema = """
        {
          "properties": {
            "token": { "type": "string", "writeOnly": true },
            "db": { "$ref": "#/$defs/db" },
            "servers": { "type": "array", "items": { "$ref": "#/$defs/db" } },
            "by-name": { "additionalProperties": { "$ref": "#/$defs/db" } },
            "keys": { "items": { "writeOnly": true } }
          },
          "$defs": {
            "db": {
              "type": "object",
              "properties": { "host": { "type": "string" } },
              "allOf": [ { "properties": { "password": { "writeOnly": true } } } ]
            }
          }
        }
        """;

    private static readonly ConfigDefinition Definition = Define(Schema, """{"token":"","db":{"host":"localhost"}}""");

    private static readonly string Stored = Definition.Accept(null, """
        {
          "token": "s1", "db": {"host":"x","password":"s2"},
          "servers": [ {"host":"a","password":"s3"}, {"host":"b","password":"s4"} ],
          "by-name": { "eu": {"host":"e","password":"s5"}, "us": {"host":"u","password":"s6"} },
          "keys": ["s7", "s8"]
        }
        """).Value!.OverlayJson;

    [Fact]
    public void Secrets_are_never_shown()
    {
        var shown = Definition.WithoutSecrets(Definition.Effective(Stored).Value!);

        Assert.Equal(
            """{"db":{"host":"x"},"servers":[{"host":"a"},{"host":"b"}],"by-name":{"eu":{"host":"e"},"us":{"host":"u"}},"keys":[null,null]}""",
            shown);
    }

    [Fact]
    public void Sending_back_what_is_shown_changes_nothing()
    {
        var effective = Definition.Effective(Stored).Value!;
        var change = Definition.Accept(Stored, Definition.WithoutSecrets(effective)).Value!;

        Assert.Equal(effective, change.EffectiveJson);
        Assert.Equal(Stored, change.OverlayJson);
    }

    [Fact]
    public void A_secret_that_an_update_leaves_out_is_kept() => Assert.Equal(
        """{"token":"s1","db":{"host":"other","password":"s2"}}""",
        Definition.Accept(Stored, """{"db":{"host":"other"}}""").Value!.EffectiveJson);

    [Fact]
    public void A_secret_is_kept_even_if_everything_around_it_is_left_out() => Assert.Equal(
        """{"token":"s1","db":{"host":"localhost","password":"s2"}}""", Definition.Accept(Stored, "{}").Value!.EffectiveJson);

    [Fact]
    public void A_secret_that_is_sent_replaces_the_old_one() => Assert.Equal(
        """{"token":"new","db":{"host":"localhost","password":null}}""",
        Definition.Accept(Stored, """{"token":"new","db":{"password":null}}""").Value!.EffectiveJson);

    [Fact]
    public void A_named_entry_that_is_removed_takes_its_secret_with_it() => Assert.Contains(
        "\"by-name\":{\"us\":{\"host\":\"u\",\"password\":\"s6\"}}",
        Definition.Accept(Stored, """{"by-name":{"us":{"host":"u"}}}""").Value!.EffectiveJson,
        StringComparison.Ordinal);

    [Fact]
    public void Elements_keep_their_secrets_when_they_move() => Assert.Contains(
        "\"servers\":[{\"host\":\"b\",\"password\":\"s4\"},{\"host\":\"new\"},{\"host\":\"a\",\"password\":\"s3\"}]",
        Definition.Accept(Stored, """{"servers":[{"host":"b"},{"host":"new"},{"host":"a"}]}""").Value!.EffectiveJson,
        StringComparison.Ordinal);

    [Fact]
    public void A_secret_never_goes_to_another_element()
    {
        var effective = Definition.Accept(Stored, """{"servers":[{"host":"evil.example"},{"host":"b"}]}""").Value!.EffectiveJson;

        Assert.Contains("{\"host\":\"evil.example\"}", effective, StringComparison.Ordinal);
        Assert.DoesNotContain("s3", effective, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kept_secret_is_checked_against_the_schema() => Assert.Equal(
        ["config.out_of_range $.token minLength 3"],
        Lines(Define("""{"properties":{"token":{"writeOnly":true,"minLength":3}}}""").Accept("""{"token":"s1"}""", "{}").Error));

    [Fact]
    public void What_only_one_alternative_calls_a_secret_is_one()
    {
        var definition = Define("""
            {"oneOf":[{"properties":{"kind":{"const":1}}},{"properties":{"kind":{"const":2},"key":{"writeOnly":true}}}]}
            """);

        Assert.Equal("""{"kind":1}""", definition.WithoutSecrets("""{"kind":1,"key":"s"}"""));
    }

    [Fact]
    public void A_field_of_any_name_can_be_a_secret()
    {
        var definition = Define("""{"patternProperties":{"_secret$":{"writeOnly":true}}}""");

        Assert.Equal("""{"a":1}""", definition.WithoutSecrets("""{"a":1,"a_secret":2}"""));
    }

    [Fact]
    public void A_schema_that_refers_to_itself_can_be_searched() => Assert.Equal(
        """{"a":{"b":1}}""",
        Define("""{"properties":{"s":{"writeOnly":true}},"additionalProperties":{"$ref":"#"}}""")
            .WithoutSecrets("""{"a":{"b":1,"s":2},"s":3}"""));

    [Fact]
    public void Without_a_schema_there_are_no_secrets() =>
        Assert.Equal("""{"token":"x"}""", Define(null).WithoutSecrets("""{"token":"x"}"""));
}
