using FluentValidation;
using Phira.PluginService.Api.Validation;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Api.Limits;

internal sealed class SetLimitsRequestValidator : AbstractValidator<SetLimitsRequest>
{
    private const int MostOverrides = 100;

    public SetLimitsRequestValidator()
    {
        RuleLevelCascadeMode = CascadeMode.Stop;
        RuleFor(request => request.Overrides)
            .NotNull().Or(new Error(ApiErrors.FieldMissing, "overrides"))
            .Must(overrides => overrides!.Count <= MostOverrides).Or(new Error(ApiErrors.TooManyItems, "overrides", $"{MostOverrides}"));
        RuleFor(request => request.Reason).MaximumLength(RequestText.LongestReason)
            .Or(new Error(ApiErrors.FieldTooLong, "reason", $"{RequestText.LongestReason}"));
    }
}
