using System.Text.Json;
using FluentValidation;
using Phira.PluginService.Api.Validation;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Plugins;

internal sealed class ReplaceConfigRequestValidator : AbstractValidator<ReplaceConfigRequest>
{
    public ReplaceConfigRequestValidator()
    {
        RuleLevelCascadeMode = CascadeMode.Stop;
        RuleFor(request => request.Values)
            .Must(values => values is not null).Or(new Error(ApiErrors.FieldMissing, "values"))
            .Must(values => values is { ValueKind: JsonValueKind.Object }).Or(new Error(ApiErrors.FieldNotObject, "values"));
    }
}
