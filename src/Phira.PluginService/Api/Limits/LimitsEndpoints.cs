using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Api.Plugins;
using Phira.PluginService.Audit;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Api.Limits;

/// <summary>Shows and changes what single plugins may use while they run.</summary>
internal static class LimitsEndpoints
{
    public static void MapLimits(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/plugins/{name}/limits").WithTags(PluginsEndpoints.Tag);
        group.MapGet("", GetAsync)
            .WithName("GetPluginLimits")
            .WithSummary("Shows the resource limits of the plugin: effective, requested, overridden, and the maximum.")
            .WithDescription("A limit that an administrator sets takes the place of the requested one and never exceeds the maximum.")
            .Fails(StatusCodes.Status404NotFound);
        group.MapPut("", SetAsync)
            .WithName("SetPluginLimits")
            .WithSummary("Replaces the administrators' overrides of the plugin's limits; effective from its next call, kept across restarts.")
            .WithDescription("A limit that is left out is the requested one again. Recorded in the audit log as plugin.limits.")
            .Fails(
                StatusCodes.Status400BadRequest,
                StatusCodes.Status403Forbidden,
                StatusCodes.Status404NotFound,
                StatusCodes.Status422UnprocessableEntity)
            .RunsPlugins();
    }

    private static async Task<Results<Ok<IReadOnlyList<LimitResponse>>, Problem>> GetAsync(
        PluginName name, IPluginLimits limits, CancellationToken cancellationToken) =>
        Answer(await limits.GetAsync(name, cancellationToken));

    private static async Task<Results<Ok<IReadOnlyList<LimitResponse>>, Problem>> SetAsync(
        PluginName name, SetLimitsRequest request, Caller caller, IPluginLimits limits, AuditTrail audit, CancellationToken cancellationToken)
    {
        var overrides = request.Overrides!;
        var what = string.Join(", ", overrides.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{RequestText.Shown(pair.Key)}={pair.Value}"));
        var reason = RequestText.Reason(request.Reason);
        return Answer(await audit.WriteAsync(
            new AuditedAct(caller, AuditActions.SetLimits, AuditTargets.Plugin(name.Value), AuditReason.With(what, reason)),
            () => limits.SetAsync(name, overrides, caller.Because(LocalizedText.Of("cause.rest.limits")), cancellationToken)));
    }

    private static Results<Ok<IReadOnlyList<LimitResponse>>, Problem> Answer(Result<PluginLimits> result) =>
        result.IsSuccess
            ? TypedResults.Ok<IReadOnlyList<LimitResponse>>([.. result.Value.Limits.Select(LimitResponse.From)])
            : new Problem(result.Error);
}
