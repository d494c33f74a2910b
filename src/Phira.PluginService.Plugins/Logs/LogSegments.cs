using System.Globalization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Storage;

namespace Phira.PluginService.Plugins.Logs;

/// <summary>
/// The log of one plugin on disk: files in a folder, each named by the number of its first line. When the quota is used up, the oldest file is deleted. One
/// thread appends; any thread reads, and takes a file that is gone meanwhile for an empty one.
/// </summary>
internal sealed class LogSegments(string folder, long quota)
{
    private const string Extension = ".jsonl";

    // A file is read as a whole, and deleted as a whole.
    private const long LargestSegment = 4L << 20;
    private const int SegmentsPerQuota = 8;

    private readonly long _segmentBytes = Math.Min(LargestSegment, quota / SegmentsPerQuota);

    /// <summary>Appends lines, and deletes the oldest ones where the quota demands it.</summary>
    /// <exception cref="IOException">The disk takes nothing.</exception>
    public void Append(IEnumerable<PluginLogLine> lines)
    {
        FileStream? file = null;
        try
        {
            foreach (var line in lines)
            {
                var bytes = StoredLine.Write(line);
                file ??= OpenLast();
                if (file is null || (file.Length > 0 && file.Length + bytes.Length > _segmentBytes))
                {
                    file?.Dispose();
                    file = Begin(line.Number);
                }

                file.Write(bytes);
            }
        }
        finally
        {
            file?.Dispose();
        }
    }

    /// <summary>Reads the lines before a number, newest first.</summary>
    public IEnumerable<PluginLogLine> ReadBackwards(long before) =>
        from segment in List().AsEnumerable().Reverse()
        where FirstOf(segment) < before
        from line in Read(segment).Reverse()
        where line.Number < before
        select line;

    /// <summary>Reads everything, oldest first.</summary>
    public IEnumerable<PluginLogLine> ReadForwards() => List().SelectMany(Read);

    private static IList<PluginLogLine> Read(string segment)
    {
        try
        {
            using var file = new FileStream(segment, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            return Split(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    private static List<PluginLogLine> Split(ReadOnlySpan<byte> bytes)
    {
        var lines = new List<PluginLogLine>();
        foreach (var range in bytes.Split((byte)'\n'))
        {
            if (!bytes[range].IsEmpty && StoredLine.Read(bytes[range]) is { } line)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private static long FirstOf(string segment) =>
        long.TryParse(Path.GetFileNameWithoutExtension(segment), NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : long.MaxValue;

    private List<string> List() => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, $"*{Extension}").Where(file => FirstOf(file) < long.MaxValue).OrderBy(FirstOf)]
        : [];

    private FileStream? OpenLast()
    {
        if (List() is not [.., var last])
        {
            return null;
        }

        var file = OwnerOnlyFiles.Open(last, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
        EndLine(file);
        return file;
    }

    // The last line is cut off when the service was killed or the disk was full while it was written.
    private static void EndLine(FileStream file)
    {
        if (file.Length == 0)
        {
            return;
        }

        file.Seek(-1, SeekOrigin.End);
        if (file.ReadByte() != '\n')
        {
            file.WriteByte((byte)'\n');
        }
    }

    private FileStream Begin(long first)
    {
        OwnerOnlyFiles.CreateDirectory(folder);
        var segments = List();
        var bytes = segments.Sum(segment => new FileInfo(segment).Length);
        foreach (var segment in segments.TakeWhile(_ => bytes + _segmentBytes > quota))
        {
            bytes -= new FileInfo(segment).Length;
            File.Delete(segment);
        }

        var path = Path.Combine(folder, $"{first:D19}{Extension}");
        return OwnerOnlyFiles.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
    }
}
