using FluentValidation;
using Phira.PluginService.Api.Validation;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Rooms;

internal sealed class LockRoomRequestValidator : AbstractValidator<LockRoomRequest>
{
    public LockRoomRequestValidator() => RuleFor(request => request.Locked).NotNull().Or(new Error(ApiErrors.FieldMissing, "locked"));
}
