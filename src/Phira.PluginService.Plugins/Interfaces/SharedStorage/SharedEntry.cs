namespace Phira.PluginService.Plugins.Interfaces.SharedStorage;

/// <summary>A text in a shared space.</summary>
/// <param name="Size">Bytes that it counts for, its key included.</param>
/// <param name="ExpiresAt">From when on it is not there any more; null for never.</param>
internal sealed record SharedEntry(string Text, long Size, DateTimeOffset? ExpiresAt);
