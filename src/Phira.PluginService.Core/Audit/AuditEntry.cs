namespace Phira.PluginService.Core.Audit;

/// <summary>A record as it stands in the log.</summary>
/// <param name="Number">The place in the log, from 1 without gaps.</param>
/// <param name="Hash">
/// SHA-256 over the entry and the hash of the one before it, lower-case hexadecimal: an entry cannot be changed or taken out without
/// changing every later hash.
/// </param>
public sealed record AuditEntry(long Number, DateTimeOffset At, AuditRecord Record, string Hash);
