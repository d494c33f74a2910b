using System.Text.Json;
using FluentValidation;
using Phira.PluginService.Api.Validation;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Api.Permissions;

internal sealed class GrantPermissionsRequestValidator : AbstractValidator<GrantPermissionsRequest>
{
    private const int MostGrants = 100;

    public GrantPermissionsRequestValidator()
    {
        RuleLevelCascadeMode = CascadeMode.Stop;
        RuleFor(request => request.Grants)
            .NotNull().Or(new Error(ApiErrors.FieldMissing, "grants"))
            .Must(grants => grants!.Count <= MostGrants).Or(new Error(ApiErrors.TooManyItems, "grants", $"{MostGrants}"));
        RuleForEach(request => request.Grants)
            .Must(grant => !string.IsNullOrEmpty(grant?.Permission)).Or(new Error(ApiErrors.FieldMissing, "grants.permission"))
            .Must(grant => grant.Scopes is null or { ValueKind: JsonValueKind.Object or JsonValueKind.Null })
            .Or(new Error(ApiErrors.FieldNotObject, "grants.scopes"));
        RuleFor(request => request.Reason).MaximumLength(RequestText.LongestReason)
            .Or(new Error(ApiErrors.FieldTooLong, "reason", $"{RequestText.LongestReason}"));
    }
}
