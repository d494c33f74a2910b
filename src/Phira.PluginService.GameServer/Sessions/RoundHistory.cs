using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Storage;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>Writes down what counted in a round: that its record is used, and the result. The player has the reply already.</summary>
internal sealed partial class RoundHistory(UsedRecords used, IRoundRecordStore records, TimeProvider timeProvider, ILogger<RoundHistory> logger)
{
    /// <summary>Writes a result down. A disk that fails costs the player nothing.</summary>
    /// <param name="room">The room during the round.</param>
    /// <param name="number">The number of the record as the player named it.</param>
    public async Task AddAsync(RoomSnapshot room, int number, PlayRecord record, CancellationToken cancellationToken)
    {
        var at = timeProvider.GetUtcNow();
        await used.AddAsync(number, cancellationToken);
        if (room.Chart is not { } chart)
        {
            return;
        }

        try
        {
            await records.AddAsync(new RoundRecord(chart, room.Name, at, record), cancellationToken);
        }
        catch (StorageException)
        {
            // The store keeps it and writes it as soon as the disk takes writes again.
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.NotWritten(logger, number, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2091, LogLevel.Warning, "Record {Record} is missing in the history of the player: it could not be written down")]
        public static partial void NotWritten(ILogger logger, int record, Exception exception);
    }
}
