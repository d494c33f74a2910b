using System.ComponentModel;

namespace Phira.PluginService.Api.Audit;

/// <summary>Whether the audit log is as it was written.</summary>
/// <param name="FirstBroken">The first entry that is not.</param>
internal sealed record AuditCheckResponse(
    [property: Description("Whether every entry is as it was written: nothing changed, taken out or put in between.")] bool Intact,
    [property: Description("Number of the first entry that was tampered with; null when none was.")] long? FirstBroken);
