using FluentValidation;
using Phira.PluginService.Api.Validation;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Packages;

internal sealed class RollBackRequestValidator : AbstractValidator<RollBackRequest>
{
    private const int Longest = 200;

    public RollBackRequestValidator() =>
        RuleFor(request => request.Version).MaximumLength(Longest).Or(new Error(ApiErrors.FieldTooLong, "version", $"{Longest}"));
}
