namespace Phira.PluginService.Core.Data;

/// <summary>A value that a plugin keeps under a key.</summary>
/// <param name="Bytes">The value; a text as UTF-8.</param>
/// <param name="IsText">Whether it was set as text.</param>
public sealed record PluginValue(ReadOnlyMemory<byte> Bytes, bool IsText);
