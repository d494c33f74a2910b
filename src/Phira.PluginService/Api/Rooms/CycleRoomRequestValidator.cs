using FluentValidation;
using Phira.PluginService.Api.Validation;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Rooms;

internal sealed class CycleRoomRequestValidator : AbstractValidator<CycleRoomRequest>
{
    public CycleRoomRequestValidator() => RuleFor(request => request.Cycle).NotNull().Or(new Error(ApiErrors.FieldMissing, "cycle"));
}
