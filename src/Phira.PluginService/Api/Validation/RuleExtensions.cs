using FluentValidation;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Api.Validation;

/// <summary>Ties a rule to the error that explains it in every language.</summary>
internal static class RuleExtensions
{
    public static IRuleBuilderOptions<T, TProperty> Or<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule, Error error) =>
        rule.WithState(_ => error).WithErrorCode(error.Code.Value);

    /// <summary>The same for an error that repeats what was sent.</summary>
    public static IRuleBuilderOptions<T, TProperty> Or<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule, Func<T, Error> error) =>
        rule.WithState(error);
}
