using System.Globalization;

namespace Phira.PluginService.Testing;

/// <summary>A real file system of a few megabytes in memory, to be filled.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly MountPoint _mount;

    private SmallDisk(MountPoint mount) => _mount = mount;

    /// <summary>The directory it is mounted at.</summary>
    public string Path => _mount.Path;

    private string Filler => System.IO.Path.Combine(Path, "filler");

    /// <summary>Mounts one.</summary>
    /// <param name="reason">The reason why none can be mounted here; empty when it is.</param>
    public static SmallDisk? TryMount(int megabytes, out string reason)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m");
        return MountPoint.TryMount(out reason, mount => ["mount", "-t", "tmpfs", "-o", size, "tmpfs", mount.Path]) is { } mounted
            ? new SmallDisk(mounted)
            : null;
    }

    /// <summary>Leaves no room at all, also not where something was given up since the last time.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[Environment.SystemPageSize];
        try
        {
            while (true)
            {
                filler.Write(block);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Gives all the room back that was taken.</summary>
    public void Free() => File.Delete(Filler);

    /// <inheritdoc />
    public void Dispose() => _mount.Dispose();
}
