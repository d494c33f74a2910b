using System.Text.Json;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Json;

namespace Phira.PluginService.Packaging.Schema;

/// <summary>
/// Checks values against a schema. Author and administrator need not be friends: the work is bounded, whatever the schema says, and no
/// problem repeats a value, which could be a secret.
/// </summary>
internal sealed class SchemaValidator
{
    private const int MaximumSteps = 200_000;
    private const int MaximumDepth = 200;

    private int _steps;
    private int _depth;

    private SchemaValidator()
    {
    }

    /// <summary>Checks a value.</summary>
    public static IReadOnlyList<ConfigProblem> Validate(SchemaNode schema, JsonElement value)
    {
        var validator = new SchemaValidator();
        var outcome = validator.Check(schema, value, JsonPath.Root);
        return validator.IsExhausted ? [new(JsonPath.Root, new Error(ConfigErrors.TooComplex))] : outcome.Problems;
    }

    private bool IsExhausted => _steps > MaximumSteps;

    private SchemaOutcome Check(SchemaNode schema, JsonElement value, JsonPath path)
    {
        var outcome = new SchemaOutcome();
        if (!Step())
        {
            return outcome;
        }

        if (schema.Never)
        {
            outcome.Problems.Add(new(path, new Error(ConfigErrors.UnknownField, $"{path}")));
            return outcome;
        }

        if (_depth == MaximumDepth)
        {
            // A schema that refers to itself without going down into the value.
            _steps = MaximumSteps + 1;
            return outcome;
        }

        _depth++;
        CheckAny(schema, value, path, outcome);
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                SchemaBounds.CheckNumber(schema, value, path, outcome);
                break;
            case JsonValueKind.String:
                SchemaBounds.CheckString(schema, value.GetString()!, path, outcome);
                break;
            case JsonValueKind.Array:
                CheckArray(schema, value, path, outcome);
                break;
            case JsonValueKind.Object:
                CheckObject(schema, value, path, outcome);
                break;
        }

        CheckCombinations(schema, value, path, outcome);
        CheckUnevaluated(schema, value, path, outcome);
        _depth--;
        return outcome;
    }

    private bool Step(int count = 1)
    {
        _steps += count;
        return !IsExhausted;
    }

    private void CheckAny(SchemaNode schema, JsonElement value, JsonPath path, SchemaOutcome outcome)
    {
        if (schema.Types.Count > 0 && !schema.Types.Any(type => JsonTypes.Is(value, type)))
        {
            outcome.Problems.Add(new(
                path, new Error(ConfigErrors.WrongType, $"{path}", string.Join("/", schema.Types), JsonTypes.Of(value))));
        }

        var allowed = schema.Const is { } constant ? [constant] : schema.Enum;
        if (allowed is not null && Step(allowed.Count) && !allowed.Any(candidate => JsonElement.DeepEquals(candidate, value)))
        {
            outcome.Problems.Add(new(
                path,
                new Error(ConfigErrors.NotAllowed, $"{path}", string.Join(", ", allowed.Select(candidate => candidate.GetRawText())))));
        }
    }

    private void CheckArray(SchemaNode schema, JsonElement value, JsonPath path, SchemaOutcome outcome)
    {
        var length = value.GetArrayLength();
        SchemaBounds.CheckCount(schema, "minItems", "maxItems", length, path, outcome);
        var index = 0;
        var contained = 0;
        foreach (var item in value.EnumerateArray())
        {
            var place = path.Element(index);
            var itemSchema = index < schema.PrefixItems.Count ? schema.PrefixItems[index] : schema.Items;
            if (itemSchema is not null)
            {
                outcome.Problems.AddRange(Check(itemSchema, item, place).Problems);
                outcome.Items.Add(index);
            }

            if (schema.Contains is not null && Check(schema.Contains, item, place).IsValid)
            {
                contained++;
                outcome.Items.Add(index);
            }

            index++;
        }

        if (schema.Contains is not null)
        {
            SchemaBounds.CheckContained(schema, contained, path, outcome);
        }

        if (schema.UniqueItems && !AreUnique([.. value.EnumerateArray()]))
        {
            outcome.Problems.Add(SchemaBounds.Rule(path, "uniqueItems"));
        }
    }

    private bool AreUnique(List<JsonElement> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (!Step() || JsonElement.DeepEquals(items[i], items[j]))
                {
                    return IsExhausted;
                }
            }
        }

        return true;
    }

    private void CheckObject(SchemaNode schema, JsonElement value, JsonPath path, SchemaOutcome outcome)
    {
        var names = value.EnumerateObject().Select(property => property.Name).ToHashSet();
        SchemaBounds.CheckCount(schema, "minProperties", "maxProperties", names.Count, path, outcome);
        var required = schema.Required
            .Concat(schema.DependentRequired.Where(pair => names.Contains(pair.Key)).SelectMany(pair => pair.Value))
            .Distinct();
        outcome.Problems.AddRange(required
            .Where(name => !names.Contains(name))
            .Select(name => new ConfigProblem(path, new Error(ConfigErrors.Missing, $"{path}", name))));
        foreach (var property in value.EnumerateObject())
        {
            CheckProperty(schema, property, path.Field(property.Name), outcome);
        }

        foreach (var (name, dependent) in schema.DependentSchemas)
        {
            if (names.Contains(name))
            {
                outcome.Require(Check(dependent, value, path));
            }
        }
    }

    private void CheckProperty(SchemaNode schema, JsonProperty property, JsonPath path, SchemaOutcome outcome)
    {
        var schemas = new List<SchemaNode>();
        if (schema.Properties.TryGetValue(property.Name, out var named))
        {
            schemas.Add(named);
        }

        foreach (var (pattern, patternSchema) in schema.PatternProperties)
        {
            switch (pattern.Matches(property.Name))
            {
                case null:
                    _steps = MaximumSteps + 1;
                    return;
                case true:
                    schemas.Add(patternSchema);
                    break;
            }
        }

        if (schemas.Count == 0 && schema.AdditionalProperties is not null)
        {
            schemas.Add(schema.AdditionalProperties);
        }

        foreach (var applied in schemas)
        {
            outcome.Problems.AddRange(Check(applied, property.Value, path).Problems);
            outcome.Properties.Add(property.Name);
        }

        if (schema.PropertyNames is not null && !Check(schema.PropertyNames, JsonTypes.OfText(property.Name), path).IsValid)
        {
            outcome.Problems.Add(SchemaBounds.Rule(path, "propertyNames"));
        }
    }

    private void CheckCombinations(SchemaNode schema, JsonElement value, JsonPath path, SchemaOutcome outcome)
    {
        if (schema.Reference is not null)
        {
            outcome.Require(Check(schema.Reference, value, path));
        }

        foreach (var part in schema.AllOf)
        {
            outcome.Require(Check(part, value, path));
        }

        CheckAlternatives(schema.AnyOf, "anyOf", int.MaxValue, value, path, outcome);
        CheckAlternatives(schema.OneOf, "oneOf", 1, value, path, outcome);
        if (schema.Not is not null && Check(schema.Not, value, path).IsValid)
        {
            outcome.Problems.Add(SchemaBounds.Rule(path, "not"));
        }

        if (schema.If is not null)
        {
            var condition = Check(schema.If, value, path);
            outcome.Observe(condition);
            var branch = condition.IsValid ? schema.Then : schema.Else;
            if (branch is not null)
            {
                outcome.Require(Check(branch, value, path));
            }
        }
    }

    private void CheckAlternatives(
        IReadOnlyList<SchemaNode> alternatives, string keyword, int most, JsonElement value, JsonPath path, SchemaOutcome outcome)
    {
        if (alternatives.Count == 0)
        {
            return;
        }

        var outcomes = alternatives.Select(alternative => Check(alternative, value, path)).ToList();
        outcomes.ForEach(outcome.Observe);
        var valid = outcomes.Count(alternative => alternative.IsValid);
        if (valid >= 1 && valid <= most)
        {
            return;
        }

        // When only one alternative is for values of this kind, its problems are what the author of the value wants to hear.
        var meant = outcomes.Where(alternative => !alternative.Problems.Any(problem => IsOfAnotherKind(problem, path))).ToList();
        if (valid == 0 && meant.Count == 1)
        {
            outcome.Problems.AddRange(meant[0].Problems);
        }
        else
        {
            outcome.Problems.Add(SchemaBounds.Rule(path, keyword));
        }
    }

    private static bool IsOfAnotherKind(ConfigProblem problem, JsonPath path) =>
        problem.Path == path && (problem.Error.Code == ConfigErrors.WrongType || problem.Error.Code == ConfigErrors.NotAllowed);

    private void CheckUnevaluated(SchemaNode schema, JsonElement value, JsonPath path, SchemaOutcome outcome)
    {
        if (schema.UnevaluatedProperties is not null && value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject().Where(property => outcome.Properties.Add(property.Name)))
            {
                outcome.Problems.AddRange(Check(schema.UnevaluatedProperties, property.Value, path.Field(property.Name)).Problems);
            }
        }

        if (schema.UnevaluatedItems is not null && value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                if (outcome.Items.Add(index))
                {
                    outcome.Problems.AddRange(Check(schema.UnevaluatedItems, item, path.Element(index)).Problems);
                }

                index++;
            }
        }
    }
}
