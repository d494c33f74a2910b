using System.ComponentModel;

namespace Phira.PluginService.Api.Audit;

/// <summary>Part of the audit log.</summary>
internal sealed record AuditPageResponse(
    [property: Description("The entries, newest first.")] IReadOnlyList<AuditEntryResponse> Entries,
    [property: Description("The value of \"before\" that shows the entries after these; null when there are no older ones.")] long? NextBefore);
