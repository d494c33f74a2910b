using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Sessions;
using Phira.PluginService.Core.Storage;

namespace Phira.PluginService.Tests.Support;

/// <summary>Keeps nothing; like the storage on a full disk, it can refuse to.</summary>
internal sealed class FakeSessions : IBrowserSessionStore
{
    public Error? Refusal { get; set; }

    public Task<IReadOnlyList<BrowserSession>> GetAllAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<BrowserSession>>([]);

    public Task ChangeAsync(IReadOnlyCollection<string> ended, BrowserSession? opened, CancellationToken cancellationToken) =>
        Refusal is { } error ? Task.FromException(new StorageException(error)) : Task.CompletedTask;
}
