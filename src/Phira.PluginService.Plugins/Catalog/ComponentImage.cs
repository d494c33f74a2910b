namespace Phira.PluginService.Plugins.Catalog;

/// <summary>The bytes of a component, read once and checked as they are.</summary>
/// <param name="Path">The file they come from.</param>
/// <param name="Bytes">The component.</param>
/// <param name="Sha256">Hash of the bytes, lower-case hexadecimal.</param>
internal sealed record ComponentImage(string Path, ReadOnlyMemory<byte> Bytes, string Sha256);
