using FluentValidation;
using Phira.PluginService.Api.Validation;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Api.Bans;

internal sealed class BanRequestValidator : AbstractValidator<BanRequest>
{
    public BanRequestValidator()
    {
        RuleLevelCascadeMode = CascadeMode.Stop;
        RuleFor(request => request.Target)
            .NotEmpty().Or(new Error(ApiErrors.FieldMissing, "target"))
            .Must(target => BanTarget.TryParse(target, out _)).Or(request => new Error(BanRequestErrors.TargetInvalid, RequestText.Shown(request.Target)));
        RuleFor(request => request.Reason).MaximumLength(RequestText.LongestReason)
            .Or(new Error(ApiErrors.FieldTooLong, "reason", $"{RequestText.LongestReason}"));
    }
}
