using FluentValidation;
using Phira.PluginService.Api.Validation;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Rooms;

internal sealed class CreateRoomRequestValidator : AbstractValidator<CreateRoomRequest>
{
    public CreateRoomRequestValidator() => RuleFor(request => request.MaxPlayers).NotNull().Or(new Error(ApiErrors.FieldMissing, "maxPlayers"));
}
