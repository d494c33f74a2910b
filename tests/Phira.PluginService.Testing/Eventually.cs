namespace Phira.PluginService.Testing;

/// <summary>Waits for what must happen. A test waits as long as it takes: it must not fail because the machine is slow.</summary>
public static class Eventually
{
    /// <summary>Ends a test that hangs. Nothing that works takes that long, on any machine under any load.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits until something is so that nobody announces.</summary>
    /// <param name="condition">The condition to become true.</param>
    /// <param name="what">The same in words.</param>
    public static Task IsTrueAsync(Func<bool> condition, string what) => IsTrueAsync(() => Task.FromResult(condition()), what);

    /// <summary>The same for a condition that takes a request to find out.</summary>
    /// <param name="condition">The condition to become true.</param>
    /// <param name="what">The same in words.</param>
    public static async Task IsTrueAsync(Func<Task<bool>> condition, string what)
    {
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        while (!await condition())
        {
            try
            {
                await Task.Delay(Pause, TimeProvider.System, limit.Token);
            }
            catch (OperationCanceledException exception)
            {
                throw new TimeoutException($"It did not come about that {what}.", exception);
            }
        }
    }
}
