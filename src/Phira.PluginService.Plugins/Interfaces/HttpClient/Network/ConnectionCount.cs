namespace Phira.PluginService.Plugins.Interfaces.HttpClient.Network;

/// <summary>Counts the requests that one plugin has under way, over all its instances. Safe for several threads.</summary>
internal sealed class ConnectionCount
{
    private int _count;

    /// <summary>Takes a place.</summary>
    /// <param name="maximum">The greatest number of places.</param>
    /// <returns>False when there is none left.</returns>
    public bool TryEnter(long maximum)
    {
        if (Interlocked.Increment(ref _count) <= maximum)
        {
            return true;
        }

        Leave();
        return false;
    }

    /// <summary>Gives a place back.</summary>
    public void Leave() => Interlocked.Decrement(ref _count);
}
