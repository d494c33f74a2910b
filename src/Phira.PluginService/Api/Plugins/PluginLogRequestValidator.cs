using FluentValidation;
using Phira.PluginService.Api.Validation;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Plugins;

internal sealed class PluginLogRequestValidator : AbstractValidator<PluginLogRequest>
{
    private const int Greatest = 1000;
    private const int LongestText = 200;

    public PluginLogRequestValidator()
    {
        RuleFor(request => request.Count)
            .Must(count => count is null or (>= 1 and <= Greatest))
            .Or(new Error(ApiErrors.FieldOutOfRange, "count", "1", $"{Greatest}"));
        RuleFor(request => request.Before)
            .Must(before => before is null or >= 1)
            .Or(new Error(ApiErrors.FieldOutOfRange, "before", "1", $"{long.MaxValue}"));
        RuleFor(request => request.Text).MaximumLength(LongestText)
            .Or(new Error(ApiErrors.FieldTooLong, "text", $"{LongestText}"));
    }
}
