namespace Phira.PluginService.Packaging.Archive;

/// <summary>Limits on the size of a package, packed and unpacked.</summary>
internal sealed record PackageLimits
{
    /// <summary>No limits, for folders that are already in their place.</summary>
    public static PackageLimits None { get; } = new() { Entries = int.MaxValue, TotalBytes = long.MaxValue };

    /// <summary>Size of the package in bytes.</summary>
    public long PackageBytes { get; init; } = 64L << 20;

    /// <summary>Number of files and folders.</summary>
    public int Entries { get; init; } = 2000;

    /// <summary>Size of one file unpacked, in bytes.</summary>
    public long FileBytes { get; init; } = 64L << 20;

    /// <summary>Size of all files unpacked, in bytes.</summary>
    public long TotalBytes { get; init; } = 128L << 20;

    /// <summary>Greatest ratio of a file's size to its packed size. Real files stay far below; a file above it is made to fill disks.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Files up to this size may have any ratio, in bytes: a small file of zeros is harmless.</summary>
    public long RatioFreeBytes { get; init; } = 1L << 20;

    /// <summary>Length of a path, in bytes of UTF-8.</summary>
    public int PathBytes { get; init; } = 240;

    /// <summary>Number of names in a path.</summary>
    public int PathDepth { get; init; } = 16;
}
