using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Storage.Settings;

namespace Phira.PluginService.Storage.Sqlite;

/// <summary>The room on the disk of the data directory.</summary>
internal sealed class DirectoryRoom(StorageOptions options)
{
    /// <summary>Enough for the records of several operations; what is carried out while there is less might not be recorded.</summary>
    private const int LeastRoom = 512 * 1024;

    private readonly string _directory = Path.GetFullPath(options.DataDirectory);
    private readonly DiskReserve _reserve = new(Path.GetFullPath(options.ReservePath));
    private int _probes;

    public Error? FindLack(bool takesReserve)
    {
        try
        {
            if (takesReserve)
            {
                _reserve.Take();
            }

            if (FreeBytes() is not >= LeastRoom)
            {
                Probe();
            }

            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return FullDisk.Explains(exception) ? FullDisk.Describe(_directory) : new Error(DiskErrors.Full, _directory, exception.Message);
        }
    }

    public bool ReleaseReserve() => _reserve.Release();

    // Some file systems, mostly remote ones, report no free space although they take writes.
    private void Probe()
    {
        var path = Path.Combine(_directory, $"room-{Interlocked.Increment(ref _probes) % 8}.tmp");
        try
        {
            OwnerOnlyFiles.Write(path, new byte[LeastRoom]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private long? FreeBytes()
    {
        try
        {
            return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(_directory)! : _directory).AvailableFreeSpace;
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
