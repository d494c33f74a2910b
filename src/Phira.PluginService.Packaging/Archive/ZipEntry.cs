namespace Phira.PluginService.Packaging.Archive;

/// <summary>One entry as the archive's directory describes it. Nothing of it is to be believed before it is checked.</summary>
/// <param name="Name">The path; null when it is declared as UTF-8 and is not.</param>
/// <param name="Shown">The path as shown to people.</param>
internal sealed record ZipEntry(string? Name, string Shown)
{
    public required ushort Flags { get; init; }

    public required ushort Method { get; init; }

    public required uint Crc { get; init; }

    /// <summary>Bytes that it takes in the archive.</summary>
    public required long PackedBytes { get; init; }

    /// <summary>Bytes that it claims to unpack to.</summary>
    public required long Bytes { get; init; }

    /// <summary>Attributes of the system that packed it; the upper half is the file mode of Unix.</summary>
    public required uint Attributes { get; init; }

    /// <summary>Offset of its own header.</summary>
    public required long HeaderOffset { get; init; }

    /// <summary>The bytes of its name, to compare with its own header.</summary>
    public required ReadOnlyMemory<byte> RawName { get; init; }

    /// <summary>Offset of its content. Known once its own header was read.</summary>
    public long DataOffset { get; init; }

    public bool IsDirectory => Name?.EndsWith('/') == true;

    public bool IsEncrypted => (Flags & 1) != 0;
}
