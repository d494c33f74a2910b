using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Audit;

/// <summary>Makes reasons for the audit log.</summary>
public static class AuditReason
{
    /// <summary>Returns the act in detail, followed by the reason for it when there is one.</summary>
    /// <param name="reason">The reason; an empty literal when none was given.</param>
    public static LocalizedText With(LocalizedText what, LocalizedText reason) =>
        reason == LocalizedText.Literal("") ? what : LocalizedText.Of("audit.with_reason", what, reason);
}
