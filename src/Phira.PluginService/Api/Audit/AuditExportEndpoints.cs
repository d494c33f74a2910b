using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Audit;

namespace Phira.PluginService.Api.Audit;

/// <summary>Exports the audit log.</summary>
internal static class AuditExportEndpoints
{
    private const int ReadAtOnce = 500;

    public static void MapAuditExport(this IEndpointRouteBuilder api) => api.MapGet("/audit/export", Export)
        .WithTags("Audit")
        .WithName("ExportAuditLog")
        .WithSummary("Exports the audit log as CSV or JSON lines, newest entries first.")
        .WithDescription(
            "The export is streamed and may be large. In CSV, a cell that a spreadsheet would take for a formula begins with an apostrophe; "
            + "JSON lines have every text as it is.")
        .Produces<string>(StatusCodes.Status200OK, AuditCsv.ContentType, AuditJsonLines.ContentType)
        .Fails(StatusCodes.Status400BadRequest);

    private static PushStreamHttpResult Export(
        [AsParameters] AuditExportRequest request, Caller caller, IAuditLog log, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var query = new AuditQuery
        {
            Before = request.Before,
            Actor = AuditFilter.Of(request.Actor),
            Action = AuditFilter.Of(request.Action),
            Target = AuditFilter.Of(request.Target),
            Count = ReadAtOnce,
        };
        var entries = ReadAsync(query, caller, log, cancellationToken);
        var name = $"phira-audit-{timeProvider.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}";
        return request.Format == AuditExportRequest.JsonLines
            ? TypedResults.Stream(
                output => AuditJsonLines.WriteAsync(output, entries, cancellationToken), AuditJsonLines.ContentType, $"{name}.jsonl")
            : TypedResults.Stream(output => AuditCsv.WriteAsync(output, entries, cancellationToken), AuditCsv.ContentType, $"{name}.csv");
    }

    private static async IAsyncEnumerable<AuditEntryResponse> ReadAsync(
        AuditQuery query, Caller caller, IAuditLog log, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var page = await log.ReadAsync(query, cancellationToken);
            foreach (var entry in page)
            {
                yield return AuditEntryResponse.From(entry, caller.Language);
            }

            if (page.Count < query.Count)
            {
                yield break;
            }

            query = query with { Before = page[^1].Number };
        }
    }
}
