using FluentValidation;
using Phira.PluginService.Api.Validation;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Logging;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Api.Logging;

internal sealed class ChangeLoggingRequestValidator : AbstractValidator<ChangeLoggingRequest>
{
    private const int MostLevels = 100;

    public ChangeLoggingRequestValidator()
    {
        RuleFor(request => request.Level).NotNull().Or(new Error(ApiErrors.FieldMissing, "level"));
        RuleFor(request => request.Levels)
            .Must(levels => levels is null || levels.Count <= MostLevels)
            .Or(new Error(ApiErrors.TooManyItems, "levels", $"{MostLevels}"));
        RuleFor(request => request.Levels)
            .Must(levels => FindUnknown(levels) is null)
            .Or(request => new Error(ApiErrors.LogNameInvalid, RequestText.Shown(FindUnknown(request.Levels))));
        RuleFor(request => request.Reason).MaximumLength(RequestText.LongestReason)
            .Or(new Error(ApiErrors.FieldTooLong, "reason", $"{RequestText.LongestReason}"));
    }

    private static string? FindUnknown(IReadOnlyDictionary<string, LogThreshold>? levels) =>
        levels?.Keys.FirstOrDefault(name => !LogLevelEntry.IsName(name));
}
