using Phira.PluginService.Core.Results;

namespace Phira.PluginService.GameServer.Upstream;

/// <summary>
/// Lets everybody who wants to know the same thing at the same time wait for one question. A question belongs to no caller: it runs to its own
/// end, and a caller who cancels only stops waiting.
/// </summary>
internal sealed class SharedQuestions<T>
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, Task<Result<T>>> _asked = [];

    /// <summary>Waits for the question that is under way, or asks it.</summary>
    public Task<Result<T>> AskAsync(int key, Func<int, Task<Result<T>>> ask, CancellationToken cancellationToken)
    {
        Task<Result<T>>? answer;
        lock (_lock)
        {
            if (!_asked.TryGetValue(key, out answer))
            {
                _asked[key] = answer = Task.Run(() => AskAndForgetAsync(key, ask), CancellationToken.None);
            }
        }

        return answer.WaitAsync(cancellationToken);
    }

    private async Task<Result<T>> AskAndForgetAsync(int key, Func<int, Task<Result<T>>> ask)
    {
        try
        {
            return await ask(key);
        }
        finally
        {
            lock (_lock)
            {
                _asked.Remove(key);
            }
        }
    }
}
