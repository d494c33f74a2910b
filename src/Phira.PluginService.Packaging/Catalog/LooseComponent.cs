namespace Phira.PluginService.Packaging.Catalog;

/// <summary>A component that lies in the plugins directory itself, without a folder and a manifest.</summary>
internal static class LooseComponent
{
    /// <summary>Extension of components.</summary>
    public const string Extension = ".wasm";

    public static bool Is(FileSystemInfo entry) =>
        entry is FileInfo && entry.Extension.Equals(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file begins as WebAssembly does, component or not.</summary>
    public static bool IsWebAssembly(string file)
    {
        using var stream = File.OpenRead(file);
        Span<byte> magic = stackalloc byte[4];
        return stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) == magic.Length && magic.SequenceEqual("\0asm"u8);
    }
}
