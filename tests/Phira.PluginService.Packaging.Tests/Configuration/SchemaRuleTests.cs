using static Phira.PluginService.Packaging.Tests.Configuration.SchemaText;

namespace Phira.PluginService.Packaging.Tests.Configuration;

/// <summary>One row a rule of JSON Schema: a schema of field <c>a</c>, a value that it accepts, one that it does not, and what is said.</summary>
public sealed class SchemaRuleTests
{
    public static TheoryData<string, string, string, string> Rules { get; } = new()
    {
        { """{"type":"string"}""", "\"x\"", "1", "config.wrong_type $.a string integer" },
        { """{"type":"integer"}""", "1.0", "1.5", "config.wrong_type $.a integer number" },
        { """{"type":"integer"}""", "1e3", "1e-3", "config.wrong_type $.a integer number" },
        { """{"type":"number"}""", "1", "\"1\"", "config.wrong_type $.a number string" },
        { """{"type":"boolean"}""", "false", "null", "config.wrong_type $.a boolean null" },
        { """{"type":"null"}""", "null", "false", "config.wrong_type $.a null boolean" },
        { """{"type":["string","null"]}""", "null", "[]", "config.wrong_type $.a string/null array" },
        { """{"type":"object"}""", "{}", "[]", "config.wrong_type $.a object array" },
        { """{"enum":["x",1,null]}""", "1.0", "2", "config.not_allowed $.a \"x\", 1, null" },
        { """{"const":{"x":[1]}}""", """{"x":[1]}""", """{"x":[2]}""", "config.not_allowed $.a {\"x\":[1]}" },
        { """{"minimum":3}""", "3", "2.9", "config.out_of_range $.a minimum 3" },
        { """{"maximum":3}""", "3", "3.1", "config.out_of_range $.a maximum 3" },
        { """{"exclusiveMinimum":3}""", "3.1", "3", "config.out_of_range $.a exclusiveMinimum 3" },
        { """{"exclusiveMaximum":3}""", "2.9", "3", "config.out_of_range $.a exclusiveMaximum 3" },
        { """{"multipleOf":0.1}""", "0.3", "0.35", "config.out_of_range $.a multipleOf 0.1" },
        { """{"multipleOf":1e-40}""", "1", "\"no\"", "" },
        { """{"minimum":1e300}""", "1e301", "1e299", "config.out_of_range $.a minimum 1e300" },
        { """{"minLength":2}""", "\"ab\"", "\"a\"", "config.out_of_range $.a minLength 2" },
        { """{"maxLength":2}""", "\"😀😀\"", "\"abc\"", "config.out_of_range $.a maxLength 2" },
        { """{"pattern":"^a+$"}""", "\"aa\"", "\"ab\"", "config.pattern $.a ^a+$" },
        { """{"pattern":"b"}""", "\"abc\"", "\"ac\"", "config.pattern $.a b" },
        { """{"pattern":"^a+$"}""", "\"aa\"", "\"aa\\n\"", "config.pattern $.a ^a+$" },
        { """{"pattern":"^.[^b]\\S$"}""", "\"😀😀😀\"", "\"😀b😀\"", "config.pattern $.a ^.[^b]\\S$" },
        { """{"pattern":"^😀{2}$"}""", "\"😀😀\"", "\"😀\"", "config.pattern $.a ^😀{2}$" },
        { """{"pattern":"^[a-c-[b]]$"}""", "\"[]\"", "\"a\"", "config.pattern $.a ^[a-c-[b]]$" },
        { """{"pattern":"^[^]$"}""", "\"\\n\"", "\"\"", "config.pattern $.a ^[^]$" },
        { """{"pattern":"[]"}""", "1", "\"[]\"", "config.pattern $.a []" },
        { """{"pattern":"^[^\\D2]$"}""", "\"1\"", "\"2\"", "config.pattern $.a ^[^\\D2]$" },
        { """{"multipleOf":0.5}""", "1e308", "0.75", "config.out_of_range $.a multipleOf 0.5" },
        { """{"items":{"type":"integer"}}""", "[1,2]", "[1,\"x\"]", "config.wrong_type $.a[1] integer string" },
        {
            """{"prefixItems":[{"type":"integer"}],"items":{"type":"string"}}""",
            "[1,\"x\"]",
            "[1,2]",
            "config.wrong_type $.a[1] string integer"
        },
        { """{"prefixItems":[true],"items":false}""", "[1]", "[1,2]", "config.unknown_field $.a[1]" },
        { """{"minItems":1}""", "[1]", "[]", "config.out_of_range $.a minItems 1" },
        { """{"maxItems":1}""", "[1]", "[1,2]", "config.out_of_range $.a maxItems 1" },
        { """{"uniqueItems":true}""", "[1,2,[1]]", "[1,2,1.0]", "config.rule $.a uniqueItems" },
        { """{"contains":{"const":1}}""", "[2,1]", "[2]", "config.rule $.a contains" },
        { """{"contains":{"const":1},"minContains":2}""", "[1,1]", "[1]", "config.out_of_range $.a minContains 2" },
        { """{"contains":{"const":1},"maxContains":1}""", "[1,2]", "[1,1]", "config.out_of_range $.a maxContains 1" },
        { """{"contains":{"const":1},"minContains":0}""", "[]", "\"text\"", "" },
        { """{"required":["b","c"]}""", """{"b":1,"c":2}""", """{"b":1}""", "config.missing_field $.a c" },
        { """{"properties":{"b":{"type":"string"}}}""", """{"c":1}""", """{"b":1}""", "config.wrong_type $.a.b string integer" },
        { """{"properties":{"b":{}},"additionalProperties":false}""", """{"b":1}""", """{"c":1}""", "config.unknown_field $.a.c" },
        { """{"additionalProperties":{"type":"string"}}""", """{"b":"x"}""", """{"b":1}""", "config.wrong_type $.a.b string integer" },
        {
            """{"patternProperties":{"^x":{"type":"string"}},"additionalProperties":false}""",
            """{"x1":"x"}""",
            """{"x1":1}""",
            "config.wrong_type $.a.x1 string integer"
        },
        { """{"propertyNames":{"maxLength":2}}""", """{"ab":1}""", """{"a b":1,"abc":2}""",
            "config.rule $.a[\"a b\"] propertyNames\nconfig.rule $.a.abc propertyNames" },
        { """{"minProperties":1}""", """{"b":1}""", "{}", "config.out_of_range $.a minProperties 1" },
        { """{"maxProperties":1}""", """{"b":1}""", """{"b":1,"c":1}""", "config.out_of_range $.a maxProperties 1" },
        { """{"dependentRequired":{"b":["c"]}}""", """{"c":1}""", """{"b":1}""", "config.missing_field $.a c" },
        { """{"dependentSchemas":{"b":{"required":["c"]}}}""", """{"b":1,"c":1}""", """{"b":1}""", "config.missing_field $.a c" },
        { """{"allOf":[{"minimum":1},{"maximum":2}]}""", "1", "3", "config.out_of_range $.a maximum 2" },
        { """{"anyOf":[{"minimum":5},{"maximum":2}]}""", "1", "3", "config.rule $.a anyOf" },
        {
            """{"anyOf":[{"type":"string"},{"type":"object","required":["b"]}]}""",
            "\"x\"",
            "{}",
            "config.missing_field $.a b"
        },
        { """{"oneOf":[{"minimum":1},{"maximum":2}]}""", "3", "1.5", "config.rule $.a oneOf" },
        { """{"not":{"type":"string"}}""", "1", "\"x\"", "config.rule $.a not" },
        { """{"if":{"minimum":5},"then":{"multipleOf":5},"else":{"multipleOf":2}}""", "4", "6", "config.out_of_range $.a multipleOf 5" },
        { """{"if":{"minimum":5},"then":{"multipleOf":5},"else":{"multipleOf":2}}""", "10", "3", "config.out_of_range $.a multipleOf 2" },
        {
            """{"allOf":[{"properties":{"b":true}}],"unevaluatedProperties":false}""",
            """{"b":1}""",
            """{"b":1,"c":1}""",
            "config.unknown_field $.a.c"
        },
        {
            """{"anyOf":[{"properties":{"b":{"const":1}},"required":["b"]},{"properties":{"c":true},"required":["c"]}],"unevaluatedProperties":false}""",
            """{"b":1}""",
            """{"b":2,"c":1}""",
            "config.unknown_field $.a.b"
        },
        { """{"prefixItems":[true],"unevaluatedItems":{"type":"string"}}""", "[1,\"x\"]", "[1,2]", "config.wrong_type $.a[1] string integer" },
        { "false", "", "1", "config.unknown_field $.a" },
        { """{"$ref":"#/$defs/number"}""", "1", "\"x\"", "config.wrong_type $.a number string" },
        { """{"$ref":"#/$defs/number","minimum":2}""", "2", "1", "config.out_of_range $.a minimum 2" },
        { """{"$ref":"#text"}""", "\"x\"", "1", "config.wrong_type $.a string integer" },
        { """{"$ref":"#/$defs/a~1b%20c"}""", "true", "1", "config.wrong_type $.a boolean integer" },
        { """{"$ref":"#/$defs/tree"}""", """{"next":{"next":{}}}""", """{"next":{"next":1}}""", "config.wrong_type $.a.next.next object integer" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_accepts_what_it_should_and_refuses_the_rest(string schema, string right, string wrong, string expected)
    {
        var definition = Define($$"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "Configuration of a test",
              "properties": { "a": {{schema}} },
              "$defs": {
                "number": { "type": "number" },
                "words": { "$anchor": "text", "type": "string" },
                "a/b c": { "type": "boolean" },
                "tree": { "type": "object", "properties": { "next": { "$ref": "#/$defs/tree" } } }
              }
            }
            """);

        if (right.Length > 0)
        {
            Assert.Empty(Lines(definition.Effective($$"""{"a":{{right}}}""").Error));
        }

        Assert.Equal(
            expected.Split('\n', StringSplitOptions.RemoveEmptyEntries), Lines(definition.Effective($$"""{"a":{{wrong}}}""").Error));
    }

    [Fact]
    public void All_problems_are_reported_together()
    {
        var definition = Define("""{"required":["a","b"],"properties":{"c":{"type":"string"},"d":{"minimum":1}}}""");

        Assert.Equal(
            [
                "config.missing_field $ a",
                "config.missing_field $ b",
                "config.wrong_type $.c string integer",
                "config.out_of_range $.d minimum 1",
            ],
            Lines(definition.Effective("""{"c":1,"d":0}""").Error));
    }

    [Fact]
    public void No_problem_repeats_the_value_for_it_could_be_a_secret()
    {
        var definition = Define("""{"properties":{"a":{"type":"integer","maximum":5,"writeOnly":true},"b":{"pattern":"^x$"}}}""");

        var text = definition.Effective("""{"a":87654321,"b":"hunter2"}""").Error!.Describe();

        Assert.DoesNotContain("87654321", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
    }
}
