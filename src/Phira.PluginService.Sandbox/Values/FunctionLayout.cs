namespace Phira.PluginService.Sandbox.Values;

/// <summary>The layouts of the arguments and the result of a function.</summary>
/// <param name="Parameters">All arguments, as one tuple.</param>
/// <param name="Result">The result; null when there is none.</param>
internal sealed record FunctionLayout(WitFunction Function, ValueLayout Parameters, ValueLayout? Result)
{
    /// <summary>The layout of a function.</summary>
    public static FunctionLayout Of(WitFunction function)
    {
        var core = Flattening.Of(function);
        var parameters = new WitType(WitKind.Tuple, [], [.. function.Parameters.Select(parameter => parameter.Type)]);
        return new FunctionLayout(
            function,
            ValueLayout.Of(parameters, flat: core.Arguments is not null),
            function.Result is { } result ? ValueLayout.Of(result, flat: core.Results is not null) : null);
    }
}
