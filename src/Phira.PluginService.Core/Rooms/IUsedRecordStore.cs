namespace Phira.PluginService.Core.Rooms;

/// <summary>Keeps over restarts which records have counted in a round. A completed call has reached the disk.</summary>
public interface IUsedRecordStore
{
    /// <summary>Reads the records that counted last.</summary>
    /// <param name="count">Maximum number of records.</param>
    /// <returns>The numbers, oldest first.</returns>
    Task<IReadOnlyList<int>> GetNewestAsync(int count, CancellationToken cancellationToken);

    /// <summary>Writes down that a record has counted, and forgets the oldest beyond a number.</summary>
    /// <param name="keep">Number of records to keep.</param>
    /// <param name="cancellationToken">Cancels waiting; it may have been written.</param>
    Task AddAsync(int record, int keep, CancellationToken cancellationToken);
}
