using FluentValidation;
using Phira.PluginService.Api.Validation;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Api.Audit;

internal sealed class AuditExportRequestValidator : AbstractValidator<AuditExportRequest>
{
    public AuditExportRequestValidator()
    {
        RuleFor(request => request.Format)
            .Must(format => format is null or AuditExportRequest.Csv or AuditExportRequest.JsonLines)
            .Or(request => new Error(ApiErrors.ParameterInvalid, "format", RequestText.Shown(request.Format)));
        RuleFor(request => request.Before)
            .Must(before => before is null or >= 1)
            .Or(new Error(ApiErrors.FieldOutOfRange, "before", "1", $"{long.MaxValue}"));
    }
}
