using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Audit;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;
using Phira.PluginService.Logging;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Api.Logging;

/// <summary>Reads and changes the levels of the log while the service runs.</summary>
internal static class LoggingEndpoints
{
    private const int LongestList = 1000;

    public static void MapLogging(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/logging").WithTags("Logging");
        group.MapGet("", Get)
            .WithName("GetLogging")
            .WithSummary("Shows the levels of the log.")
            .WithDescription("These are the effective levels: of the configuration, or the last ones that were set here.");
        group.MapPut("", ChangeAsync)
            .WithName("ChangeLogging")
            .WithSummary("Replaces the levels of the log at once, until the service stops; then those of the configuration hold again.")
            .WithDescription("Recorded in the audit log.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status403Forbidden);
    }

    private static Ok<LoggingResponse> Get(LogLevelSwitch levels) => TypedResults.Ok(LoggingResponse.From(levels));

    private static async Task<Results<Ok<LoggingResponse>, Problem>> ChangeAsync(
        ChangeLoggingRequest request, Caller caller, LogLevelSwitch levels, AuditTrail audit)
    {
        var wanted = new LogLevels(request.Level!.Value, (request.Levels ?? ImmutableDictionary<string, LogThreshold>.Empty).ToImmutableSortedDictionary());
        var changed = await audit.WriteAsync(
            new AuditedAct(caller, AuditActions.ChangeLogging, AuditTargets.Server, Describe(wanted, request.Reason)),
            () =>
            {
                levels.Change(wanted);
                return Task.FromResult(Result.Success);
            });
        return changed.IsSuccess ? TypedResults.Ok(LoggingResponse.From(levels)) : new Problem(changed.Error);
    }

    private static LocalizedText Describe(LogLevels levels, string? reason)
    {
        IEnumerable<string> entries =
            [LogLevelEntry.WordOf(levels.Level), .. levels.ByName.Select(entry => $"{entry.Key}={LogLevelEntry.WordOf(entry.Value)}")];
        return AuditReason.With(ShortText.WithEllipsis(string.Join(", ", entries), LongestList), RequestText.Reason(reason));
    }
}
