using FluentValidation;
using Phira.PluginService.Api.Validation;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Rooms;

internal sealed class SelectChartRequestValidator : AbstractValidator<SelectChartRequest>
{
    public SelectChartRequestValidator() => RuleFor(request => request.Chart).NotNull().Or(new Error(ApiErrors.FieldMissing, "chart"));
}
