using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Audit;

namespace Phira.PluginService.Api.Audit;

/// <summary>Shows who did what. Nothing here changes the log.</summary>
internal static class AuditEndpoints
{
    private const int DefaultCount = 100;

    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/audit").WithTags("Audit");
        group.MapGet("", ListAsync)
            .WithName("ListAuditEntries")
            .WithSummary("Lists what administrators and plugins did, newest first.")
            .WithDescription("To read on, send the answer's nextBefore as before.")
            .Fails(StatusCodes.Status400BadRequest);
        group.MapGet("/check", CheckAsync)
            .WithName("CheckAuditLog")
            .WithSummary("Verifies the hash chain of the audit log.")
            .WithDescription("Reads the whole log, which may take a while. A broken chain means that somebody changed the database.");
    }

    private static async Task<Ok<AuditPageResponse>> ListAsync(
        [AsParameters] AuditRequest request, Caller caller, IAuditLog log, CancellationToken cancellationToken)
    {
        var count = request.Count ?? DefaultCount;
        var query = new AuditQuery
        {
            Before = request.Before,
            Actor = AuditFilter.Of(request.Actor),
            Action = AuditFilter.Of(request.Action),
            Target = AuditFilter.Of(request.Target),

            // One more than asked for tells whether there are older ones.
            Count = count + 1,
        };
        var found = await log.ReadAsync(query, cancellationToken);
        AuditEntryResponse[] page = [.. found.Take(count).Select(entry => AuditEntryResponse.From(entry, caller.Language))];
        return TypedResults.Ok(new AuditPageResponse(page, found.Count > count ? page[^1].Number : null));
    }

    private static async Task<Ok<AuditCheckResponse>> CheckAsync(IAuditLog log, CancellationToken cancellationToken)
    {
        var broken = await log.FindBrokenEntryAsync(cancellationToken);
        return TypedResults.Ok(new AuditCheckResponse(broken is null, broken));
    }
}
