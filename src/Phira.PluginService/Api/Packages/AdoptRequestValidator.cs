using FluentValidation;
using Phira.PluginService.Api.Validation;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Packages;

internal sealed class AdoptRequestValidator : AbstractValidator<AdoptRequest>
{
    private const int Longest = 64 * 1024;

    public AdoptRequestValidator() =>
        RuleFor(request => request.Manifest).MaximumLength(Longest).Or(new Error(ApiErrors.FieldTooLong, "manifest", $"{Longest}"));
}
