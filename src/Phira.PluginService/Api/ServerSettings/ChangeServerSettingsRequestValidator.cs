using FluentValidation;
using Phira.PluginService.Api.Validation;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Api.ServerSettings;

internal sealed class ChangeServerSettingsRequestValidator : AbstractValidator<ChangeServerSettingsRequest>
{
    private const int MostAdmitted = 1000;

    public ChangeServerSettingsRequestValidator()
    {
        RuleFor(request => request).Must(ChangesSomething).Or(new Error(ApiErrors.NothingToChange));
        RuleFor(request => request.MessageOfTheDay).MaximumLength(Core.Game.ServerSettings.MaxText)
            .Or(new Error(ApiErrors.FieldTooLong, "messageOfTheDay", $"{Core.Game.ServerSettings.MaxText}"));
        RuleFor(request => request.MaintenanceText).MaximumLength(Core.Game.ServerSettings.MaxText)
            .Or(new Error(ApiErrors.FieldTooLong, "maintenanceText", $"{Core.Game.ServerSettings.MaxText}"));
        RuleFor(request => request.AdmittedInMaintenance)
            .Must(users => users is null || users.Count <= MostAdmitted)
            .Or(new Error(ApiErrors.TooManyItems, "admittedInMaintenance", $"{MostAdmitted}"));
        RuleForEach(request => request.AdmittedInMaintenance).GreaterThan(0)
            .Or(new Error(ApiErrors.FieldOutOfRange, "admittedInMaintenance", "1", $"{int.MaxValue}"));
        RuleFor(request => request.Reason).MaximumLength(RequestText.LongestReason)
            .Or(new Error(ApiErrors.FieldTooLong, "reason", $"{RequestText.LongestReason}"));
    }

    private static bool ChangesSomething(ChangeServerSettingsRequest request) =>
        request is not
        {
            MessageOfTheDay: null, RoomCreation: null, Maintenance: null, MaintenanceText: null, AdmittedInMaintenance: null,
        };
}
