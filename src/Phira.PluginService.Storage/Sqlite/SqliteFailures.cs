using Microsoft.Data.Sqlite;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Storage.Databases;

namespace Phira.PluginService.Storage.Sqlite;

/// <summary>Translates the codes of SQLite into errors of the service.</summary>
internal static class SqliteFailures
{
    private const int Error = 1;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>Returns the error with which the service refuses to start when a database cannot be opened.</summary>
    public static Error ExplainOpening(SqliteException exception, string path) => exception.SqliteErrorCode switch
    {
        Busy or Locked => new Error(StorageErrors.InUse, path),
        Corrupt or NotADatabase or Error => new Error(StorageErrors.Damaged, path, exception.Message),
        Full => FullDisk.Describe(path),
        _ => new Error(StorageErrors.Unusable, path, exception.Message),
    };

    /// <summary>Finds the exception, in any layer, that says that the disk takes no writes; null when there is none.</summary>
    public static Error? FindRefusedWrite(Exception? exception, string path)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is SqliteException { SqliteErrorCode: Full })
            {
                return FullDisk.Describe(path);
            }

            // A disk full at the wrong moment shows as one of these: SQLite cannot extend or create the files beside the database.
            if (exception is SqliteException { SqliteErrorCode: InputOutput or CannotOpen or ReadOnly })
            {
                return new Error(DiskErrors.Full, path, exception.Message);
            }
        }

        return null;
    }
}
