using FluentValidation;
using Phira.PluginService.Api.Validation;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Rooms;

internal sealed class TransferHostRequestValidator : AbstractValidator<TransferHostRequest>
{
    public TransferHostRequestValidator() => RuleFor(request => request.User).NotNull().Or(new Error(ApiErrors.FieldMissing, "user"));
}
