using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Rooms;

/// <summary>Keeps over restarts what players reached in the rounds of this server; how much is a setting of the storage.</summary>
public interface IRoundRecordStore
{
    /// <summary>Writes a result down, and forgets those that are too many or too old.</summary>
    /// <param name="cancellationToken">Cancels waiting; it may have been written.</param>
    /// <exception cref="Storage.StorageException">The disk takes no writes; the result is kept and written later.</exception>
    Task AddAsync(RoundRecord record, CancellationToken cancellationToken);

    /// <summary>Reads the results of a player.</summary>
    /// <param name="chart">Only those of this chart; null for all.</param>
    /// <param name="before">Start of the page, as given by the page before; null for the newest results.</param>
    /// <param name="count">Maximum number of results.</param>
    Task<RoundRecordPage> GetOfUserAsync(UserId user, int? chart, long? before, int count, CancellationToken cancellationToken);
}
