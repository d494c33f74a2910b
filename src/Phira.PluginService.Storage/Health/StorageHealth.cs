using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Storage.Databases;

namespace Phira.PluginService.Storage.Health;

/// <summary>
/// Knows whether the database takes writes: from those that failed, and from the room that is left. The writer ends a problem when a write
/// succeeds again; a problem that is only a lack of room ends the same way.
/// </summary>
internal sealed partial class StorageHealth(IServiceDatabase database, ILogger<StorageHealth> logger) : IStorageHealth
{
    private Error? _problem;

    public Error? Problem => Volatile.Read(ref _problem);

    public Error? Check()
    {
        if (Problem is { } known)
        {
            return known;
        }

        if (database.FindLackOfRoom(takesReserve: false) is not { } lack)
        {
            return null;
        }

        Fail(lack);
        return lack;
    }

    /// <summary>Takes the reserve at the start; without room for it nothing new is carried out, but the service runs.</summary>
    public void Begin()
    {
        if (database.FindLackOfRoom(takesReserve: true) is { } lack)
        {
            Fail(lack);
        }
    }

    /// <summary>Notes a failed write. The reserve is released for records of past events.</summary>
    public void Fail(Error error)
    {
        database.ReleaseReserve();
        if (Interlocked.Exchange(ref _problem, error)?.Code != error.Code)
        {
            Log.Failed(logger, error);
        }
    }

    /// <summary>Ends the problem, unless there is still too little room.</summary>
    public void TryRecover()
    {
        if (database.FindLackOfRoom(takesReserve: true) is null && Interlocked.Exchange(ref _problem, null) is not null)
        {
            Log.Recovered(logger, database.Location);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Error, "Operations that must be recorded are refused until the database takes writes again; games continue. {Problem}")]
        public static partial void Failed(ILogger logger, Error problem);

        [LoggerMessage(3002, LogLevel.Information, "{Location} takes writes again: operations are carried out as usual")]
        public static partial void Recovered(ILogger logger, string location);
    }
}
