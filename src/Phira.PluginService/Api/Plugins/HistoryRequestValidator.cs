using FluentValidation;
using Phira.PluginService.Api.Validation;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Plugins;

internal sealed class HistoryRequestValidator : AbstractValidator<HistoryRequest>
{
    private const int Greatest = 1000;

    public HistoryRequestValidator() =>
        RuleFor(request => request.Count)
            .Must(count => count is null or (>= 1 and <= Greatest))
            .Or(new Error(ApiErrors.FieldOutOfRange, "count", "1", $"{Greatest}"));
}
