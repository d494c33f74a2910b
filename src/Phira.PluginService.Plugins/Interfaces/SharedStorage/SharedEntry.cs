namespace Phira.PluginService.Plugins.Interfaces.SharedStorage;

/// <summary>A text in a shared space.</summary>
/// <param name="Size">Bytes that it counts for, its key included.</param>
/// <param name="ExpiresAt">The time at which it expires; null for never.</param>
internal sealed record SharedEntry(string Text, long Size, DateTimeOffset? ExpiresAt);
