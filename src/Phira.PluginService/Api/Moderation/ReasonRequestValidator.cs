using FluentValidation;
using Phira.PluginService.Api.Validation;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Api.Moderation;

internal sealed class ReasonRequestValidator : AbstractValidator<ReasonRequest>
{
    public ReasonRequestValidator() =>
        RuleFor(request => request.Reason).MaximumLength(RequestText.LongestReason)
            .Or(new Error(ApiErrors.FieldTooLong, "reason", $"{RequestText.LongestReason}"));
}
