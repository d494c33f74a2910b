using FluentValidation;
using Phira.PluginService.Api.Validation;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Commands;

internal sealed class InvokeCommandRequestValidator : AbstractValidator<InvokeCommandRequest>
{
    private const int Longest = 4096;

    public InvokeCommandRequestValidator() =>
        RuleFor(request => request.Arguments).MaximumLength(Longest).Or(new Error(ApiErrors.FieldTooLong, "arguments", $"{Longest}"));
}
