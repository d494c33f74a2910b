using System.Security.Cryptography;
using Phira.PluginService.Core.Storage;

namespace Phira.PluginService.Storage.Sqlite;

/// <summary>
/// Room on the disk that is given up when the disk is full, so that what has happened already can still be recorded. Its bytes are random: a
/// file system that compresses would keep no room for others.
/// </summary>
internal sealed class DiskReserve(string path)
{
    private const int Bytes = 256 * 1024;

    public string Path { get; } = path;

    /// <summary>Takes the room, unless it is taken.</summary>
    /// <exception cref="IOException">There is none.</exception>
    public void Take()
    {
        if (new FileInfo(Path) is { Exists: true, Length: Bytes })
        {
            return;
        }

        try
        {
            OwnerOnlyFiles.Write(Path, RandomNumberGenerator.GetBytes(Bytes));
        }
        catch (IOException)
        {
            Release();
            throw;
        }
    }

    /// <summary>Gives the room up.</summary>
    public bool Release()
    {
        try
        {
            var wasTaken = File.Exists(Path);
            File.Delete(Path);
            return wasTaken;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
