namespace Phira.PluginService.Core.Data;

/// <summary>A value that a plugin keeps under a key.</summary>
/// <param name="Bytes">The value; a text as UTF-8.</param>
/// <param name="IsText">Whether the value was set as text.</param>
public sealed record PluginValue(ReadOnlyMemory<byte> Bytes, bool IsText);
