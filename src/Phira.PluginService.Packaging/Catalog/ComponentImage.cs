namespace Phira.PluginService.Packaging.Catalog;

/// <summary>The bytes of a component, read once and checked as they are.</summary>
/// <param name="Sha256">Hash of the bytes, lower-case hexadecimal.</param>
internal sealed record ComponentImage(string Path, ReadOnlyMemory<byte> Bytes, string Sha256);
