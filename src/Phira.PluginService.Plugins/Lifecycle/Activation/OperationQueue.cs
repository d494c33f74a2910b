using System.Diagnostics.CodeAnalysis;

namespace Phira.PluginService.Plugins.Lifecycle.Activation;

/// <summary>Lets the operations on one plugin run one after the other.</summary>
/// <param name="finish">Runs after each operation, before the next one begins.</param>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A semaphore whose handle is never asked for holds nothing.")]
internal sealed class OperationQueue(Func<Task> finish)
{
    private readonly SemaphoreSlim _running = new(1);

    /// <summary>Carries out an operation when those before are done. Once begun it is finished, also when nobody waits any more.</summary>
    public async Task<T> EnqueueAsync<T>(Func<Task<T>> operation, CancellationToken cancellationToken)
    {
        await _running.WaitAsync(cancellationToken);
        return await Task.Run(
            async () =>
            {
                try
                {
                    return await operation();
                }
                finally
                {
                    await finish();
                    _running.Release();
                }
            },
            CancellationToken.None).WaitAsync(cancellationToken);
    }

    /// <summary>Carries out an operation when those before are done; nobody waits for it.</summary>
    public void Enqueue<T>(Func<Task<T>> operation) => _ = EnqueueAsync(operation, CancellationToken.None);
}
