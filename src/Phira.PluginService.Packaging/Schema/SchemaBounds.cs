using System.Text.Json;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Json;

namespace Phira.PluginService.Packaging.Schema;

/// <summary>The keywords that compare a number, a length or a count with a bound.</summary>
internal static class SchemaBounds
{
    /// <summary>A rule without a bound is broken.</summary>
    public static ConfigProblem Rule(JsonPath path, string keyword) =>
        new(path, new Error(ConfigErrors.Rule, $"{path}", keyword));

    /// <summary>Checks the keywords of numbers.</summary>
    public static void CheckNumber(SchemaNode schema, JsonElement value, JsonPath path, SchemaOutcome outcome)
    {
        foreach (var (keyword, bound) in schema.Bounds)
        {
            var holds = keyword switch
            {
                "minimum" => Compare(value, bound) >= 0,
                "maximum" => Compare(value, bound) <= 0,
                "exclusiveMinimum" => Compare(value, bound) > 0,
                "exclusiveMaximum" => Compare(value, bound) < 0,
                "multipleOf" => IsMultiple(value, bound),
                _ => true,
            };
            if (!holds)
            {
                outcome.Problems.Add(OutOfRange(path, keyword, bound));
            }
        }
    }

    /// <summary>Checks the keywords of texts.</summary>
    public static void CheckString(SchemaNode schema, string text, JsonPath path, SchemaOutcome outcome)
    {
        CheckCount(schema, "minLength", "maxLength", text.EnumerateRunes().Count(), path, outcome);
        if (schema.Pattern is not null && schema.Pattern.Matches(text) != true)
        {
            outcome.Problems.Add(new(path, new Error(ConfigErrors.Pattern, $"{path}", $"{schema.Pattern}")));
        }
    }

    /// <summary>Checks how many elements match <c>contains</c>.</summary>
    public static void CheckContained(SchemaNode schema, int count, JsonPath path, SchemaOutcome outcome)
    {
        if (count == 0 && !schema.Bounds.ContainsKey("minContains"))
        {
            outcome.Problems.Add(Rule(path, "contains"));
        }

        CheckCount(schema, "minContains", "maxContains", count, path, outcome);
    }

    /// <summary>Checks a length or count.</summary>
    public static void CheckCount(
        SchemaNode schema, string minimum, string maximum, int count, JsonPath path, SchemaOutcome outcome)
    {
        if (schema.Bounds.TryGetValue(minimum, out var least) && count < least.GetInt32())
        {
            outcome.Problems.Add(OutOfRange(path, minimum, least));
        }

        if (schema.Bounds.TryGetValue(maximum, out var most) && count > most.GetInt32())
        {
            outcome.Problems.Add(OutOfRange(path, maximum, most));
        }
    }

    private static ConfigProblem OutOfRange(JsonPath path, string keyword, JsonElement bound) =>
        new(path, new Error(ConfigErrors.OutOfRange, $"{path}", keyword, bound.GetRawText()));

    private static int Compare(JsonElement a, JsonElement b) =>
        a.TryGetDecimal(out var exactA) && b.TryGetDecimal(out var exactB)
            ? exactA.CompareTo(exactB)
            : a.GetDouble().CompareTo(b.GetDouble());

    private static bool IsMultiple(JsonElement value, JsonElement divisor)
    {
        if (value.TryGetDecimal(out var exact) && divisor.TryGetDecimal(out var exactDivisor) && exactDivisor != 0)
        {
            return exact % exactDivisor == 0;
        }

        var quotient = value.GetDouble() / divisor.GetDouble();
        return double.IsFinite(quotient)
            ? Math.Truncate(quotient) == quotient
            : Math.IEEERemainder(value.GetDouble(), divisor.GetDouble()) == 0;
    }
}
