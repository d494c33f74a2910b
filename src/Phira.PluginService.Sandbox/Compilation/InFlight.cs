namespace Phira.PluginService.Sandbox.Compilation;

/// <summary>
/// Lets all who want the same thing at the same time wait for one attempt at it. The attempt is cancelled when the last of them does not
/// want it any more.
/// </summary>
internal sealed class InFlight<T>
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Attempt> _attempts = [];

    /// <summary>Joins the attempt that is under way, or begins one.</summary>
    public async Task<T> RunAsync(string key, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        Attempt attempt;
        lock (_lock)
        {
            if (!_attempts.TryGetValue(key, out attempt!))
            {
                attempt = _attempts[key] = new Attempt();
                attempt.Result = Task.Run(() => work(attempt.Stop.Token), CancellationToken.None);
            }

            attempt.Waiting++;
        }

        try
        {
            return await attempt.Result.WaitAsync(cancellationToken);
        }
        finally
        {
            Leave(key, attempt);
        }
    }

    private void Leave(string key, Attempt attempt)
    {
        lock (_lock)
        {
            if (--attempt.Waiting > 0)
            {
                return;
            }

            _attempts.Remove(key);
        }

        attempt.Stop.Cancel();
    }

    private sealed class Attempt
    {
        // It has no timer and nobody asks for its handle, so there is nothing to dispose of.
        public CancellationTokenSource Stop { get; } = new();

        public Task<T> Result { get; set; } = null!;

        public int Waiting { get; set; }
    }
}
