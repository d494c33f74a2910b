namespace Phira.PluginService.Core.Sessions;

/// <summary>Keeps the sessions of browsers over restarts.</summary>
public interface IBrowserSessionStore
{
    /// <summary>Reads all sessions, expired ones included.</summary>
    Task<IReadOnlyList<BrowserSession>> GetAllAsync(CancellationToken cancellationToken);

    /// <summary>Writes down what has become of sessions.</summary>
    /// <param name="ended">The hashes of those that have ended.</param>
    /// <param name="opened">The one that was opened or prolonged; null for none.</param>
    /// <param name="cancellationToken">Cancels waiting; the change may have been written.</param>
    /// <exception cref="Storage.StorageException">The disk takes no writes; the change is kept and written later.</exception>
    Task ChangeAsync(IReadOnlyCollection<string> ended, BrowserSession? opened, CancellationToken cancellationToken);
}
