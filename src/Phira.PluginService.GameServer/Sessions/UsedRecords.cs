using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Storage;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>Records that have counted in a round already, also before a restart. Keeps the newest hundred thousand.</summary>
internal sealed partial class UsedRecords(IUsedRecordStore store, ILogger<UsedRecords> logger)
{
    private const int Capacity = 100_000;

    private readonly Lock _lock = new();
    private readonly HashSet<int> _records = [];
    private readonly Queue<int> _byAge = new();

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var record in await store.GetNewestAsync(Capacity, cancellationToken))
        {
            Remember(record);
        }
    }

    public bool Contains(int record)
    {
        lock (_lock)
        {
            return _records.Contains(record);
        }
    }

    /// <summary>Remembers a record at once and writes it down. The player has the reply already: a disk that fails costs them nothing.</summary>
    public async Task AddAsync(int record, CancellationToken cancellationToken)
    {
        if (!Remember(record))
        {
            return;
        }

        try
        {
            await store.AddAsync(record, Capacity, cancellationToken);
        }
        catch (StorageException)
        {
            // The store keeps it and writes it as soon as the disk takes writes again.
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.NotWritten(logger, record, exception);
        }
    }

    private bool Remember(int record)
    {
        lock (_lock)
        {
            if (!_records.Add(record))
            {
                return false;
            }

            _byAge.Enqueue(record);
            if (_byAge.Count > Capacity)
            {
                _records.Remove(_byAge.Dequeue());
            }

            return true;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2090, LogLevel.Warning, "Record {Record} counts only once until the next restart: it could not be written down")]
        public static partial void NotWritten(ILogger logger, int record, Exception exception);
    }
}
