using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Storage.Opening;

/// <summary>Opens the storage before anything uses it.</summary>
public interface IStorageStartup
{
    /// <summary>
    /// Takes the data directory for this process, creates or migrates the database, and checks it. Call it once, before the host starts;
    /// the directory stays taken until the services are disposed.
    /// </summary>
    /// <returns>Success, or a <c>StorageErrors</c> error that names the file and the remedy.</returns>
    Task<Result> PrepareAsync(CancellationToken cancellationToken);
}
