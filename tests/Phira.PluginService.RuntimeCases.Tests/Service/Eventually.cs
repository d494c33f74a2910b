namespace Phira.PluginService.RuntimeCases.Tests.Service;

internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits until something is so that nobody announces.</summary>
    /// <param name="condition">What should be so.</param>
    /// <param name="what">The same in words.</param>
    public static async Task IsTrueAsync(Func<bool> condition, string what)
    {
        using var limit = new CancellationTokenSource(ServiceUnderAttack.Patience, TimeProvider.System);
        while (!condition())
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
