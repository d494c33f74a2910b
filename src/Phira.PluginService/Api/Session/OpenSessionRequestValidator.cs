using FluentValidation;
using Phira.PluginService.Api.Validation;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Session;

internal sealed class OpenSessionRequestValidator : AbstractValidator<OpenSessionRequest>
{
    public OpenSessionRequestValidator() =>
        RuleFor(request => request.Token).NotEmpty().Or(new Error(ApiErrors.FieldMissing, "token"));
}
