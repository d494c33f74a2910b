using FluentValidation;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Api.Session;

internal sealed class OpenSessionRequestValidator : AbstractValidator<OpenSessionRequest>
{
    public OpenSessionRequestValidator() =>
        RuleFor(request => request.Token).NotEmpty().Or(new Error(ApiErrors.FieldMissing, "token"));
}
