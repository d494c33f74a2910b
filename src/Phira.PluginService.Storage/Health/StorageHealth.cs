using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Storage.Settings;

namespace Phira.PluginService.Storage.Health;

/// <summary>
/// Knows whether the data directory takes writes: from those that failed, and from the room that is left. The writer ends a problem when a write
/// succeeds again; a problem that is only a lack of room ends the same way.
/// </summary>
internal sealed partial class StorageHealth(IOptions<StorageOptions> options, ILogger<StorageHealth> logger) : IStorageHealth
{
    /// <summary>Enough for the records of several operations; what is carried out while there is less might not be recorded.</summary>
    private const int LeastRoom = 512 * 1024;

    private readonly string _directory = Path.GetFullPath(options.Value.DataDirectory);
    private readonly DiskReserve _reserve = new(Path.GetFullPath(options.Value.ReservePath));
    private Error? _problem;
    private int _probes;

    public Error? Problem => Volatile.Read(ref _problem);

    public Error? Check()
    {
        if (Problem is { } known)
        {
            return known;
        }

        if (FindLackOfRoom(forReserve: false) is not { } lack)
        {
            return null;
        }

        Fail(lack);
        return lack;
    }

    /// <summary>Takes the reserve at the start; without room for it nothing new is carried out, but the service runs.</summary>
    public void Begin()
    {
        if (FindLackOfRoom(forReserve: true) is { } lack)
        {
            Fail(lack);
        }
    }

    /// <summary>Gives the reserve up when there is no other room.</summary>
    /// <returns>Whether there is more room than before.</returns>
    public bool TryGiveRoom() => FindLackOfRoom(forReserve: false) is not null && _reserve.Release();

    /// <summary>A write has failed. Its room goes to the records of what has happened already.</summary>
    public void Fail(Error error)
    {
        _reserve.Release();
        if (Interlocked.CompareExchange(ref _problem, error, null) is null)
        {
            Log.Failed(logger, error);
        }
    }

    /// <summary>Ends the problem, unless there is still too little room.</summary>
    public void TryRecover()
    {
        if (FindLackOfRoom(forReserve: true) is null && Interlocked.Exchange(ref _problem, null) is not null)
        {
            Log.Recovered(logger, _directory);
        }
    }

    private Error? FindLackOfRoom(bool forReserve)
    {
        try
        {
            if (forReserve)
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

    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Error, "Operations that must be recorded are refused until the disk takes writes again; games continue. {Problem}")]
        public static partial void Failed(ILogger logger, Error problem);

        [LoggerMessage(3002, LogLevel.Information, "{Directory} takes writes again: operations are carried out as usual")]
        public static partial void Recovered(ILogger logger, string directory);
    }
}
