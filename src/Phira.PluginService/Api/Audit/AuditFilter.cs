namespace Phira.PluginService.Api.Audit;

/// <summary>Makes filters of the audit log from the texts of a request.</summary>
internal static class AuditFilter
{
    /// <summary>A text to filter by; null when it does not narrow.</summary>
    public static string? Of(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
