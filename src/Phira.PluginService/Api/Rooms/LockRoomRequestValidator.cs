using FluentValidation;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Api.Rooms;

internal sealed class LockRoomRequestValidator : AbstractValidator<LockRoomRequest>
{
    public LockRoomRequestValidator() => RuleFor(request => request.Locked).NotNull().Or(new Error(ApiErrors.FieldMissing, "locked"));
}
