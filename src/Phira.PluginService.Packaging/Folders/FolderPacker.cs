using System.IO.Compression;
using Phira.PluginService.Packaging.Archive;

namespace Phira.PluginService.Packaging.Folders;

/// <summary>Packs a folder as <see cref="PackageUnpacker"/> reads it. The same files give the same bytes.</summary>
internal static class FolderPacker
{
    // The least that the format can say.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the files of a folder into an archive.</summary>
    /// <param name="files">The files, in the order of the archive.</param>
    public static void Pack(string folder, IEnumerable<TreeFile> files, Stream archive, CancellationToken cancellationToken)
    {
        using var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entry = zip.CreateEntry(file.Path);
            entry.LastWriteTime = NoTime;
            using var source = File.OpenRead(Path.Combine(folder, file.Path));
            using var target = entry.Open();
            source.CopyTo(target);
        }
    }
}
