using FluentValidation;
using Phira.PluginService.Api.Validation;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Api.Messages;

internal sealed class MessageRequestValidator : AbstractValidator<MessageRequest>
{
    public MessageRequestValidator()
    {
        RuleLevelCascadeMode = CascadeMode.Stop;
        RuleFor(request => request.Text)
            .NotEmpty().Or(new Error(ApiErrors.FieldMissing, "text"))
            .MaximumLength(RequestText.LongestMessage).Or(new Error(ApiErrors.FieldTooLong, "text", $"{RequestText.LongestMessage}"));
    }
}
