using Microsoft.EntityFrameworkCore;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Storage.Model;

namespace Phira.PluginService.Storage.Databases;

/// <summary>The database of the service: everything that differs between SQLite and PostgreSQL. The contexts of the factory are for reading.</summary>
internal interface IServiceDatabase : IDbContextFactory<PhiraDbContext>
{
    /// <summary>The name of the file or the server, for logs and errors, without secrets.</summary>
    string Location { get; }

    /// <summary>Whether the database can be lost while this process and its disk are well, so that it must be asked from time to time.</summary>
    bool IsRemote { get; }

    /// <summary>Creates what has to exist before <see cref="OpenAsync"/>, in the data directory that this process has taken.</summary>
    Result CreateFiles();

    /// <summary>Checks the database, and creates or migrates it.</summary>
    /// <returns>The number of migrations that were applied, or a <see cref="StorageErrors"/> error.</returns>
    Task<Result<int>> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Creates a context for the writer, which has one at a time.</summary>
    Task<PhiraDbContext> CreateWritingContextAsync(CancellationToken cancellationToken);

    /// <summary>Recognises a failure that concerns every write alike, in an exception of any layer.</summary>
    /// <returns>The reason why the database takes no writes; null for any other failure.</returns>
    Error? FindRefusedWrite(Exception? exception);

    /// <summary>Names the open transaction, so that its outcome can be found out when the reply to its commit is lost.</summary>
    /// <returns>The name; null when a commit that fails has never taken effect.</returns>
    Task<string?> NameTransactionAsync(PhiraDbContext context);

    /// <summary>Finds out whether a transaction was committed.</summary>
    Task<bool> FindOutcomeAsync(string transaction);

    /// <summary>Asks a remote database whether it still takes writes, without writing.</summary>
    /// <returns>The reason why it takes none; null when it takes them, or when only a write can tell.</returns>
    Task<Error?> FindLossAsync();

    /// <summary>Makes a write in the open transaction that changes nothing of value, and needs room as others do.</summary>
    Task ProbeAsync(PhiraDbContext context);

    /// <summary>Looks for the room that records of what has happened need.</summary>
    /// <param name="takesReserve">Whether the reserve, if there is one, is taken again.</param>
    /// <returns>The reason why there is too little; null when there is enough, or when only a write can tell.</returns>
    Error? FindLackOfRoom(bool takesReserve);

    /// <summary>Frees the room of the reserve.</summary>
    /// <returns>Whether there was one.</returns>
    bool ReleaseReserve();

    /// <summary>Closes every connection. The writer has ended.</summary>
    ValueTask CloseAsync();
}
