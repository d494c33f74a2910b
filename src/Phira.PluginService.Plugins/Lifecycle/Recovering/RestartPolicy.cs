namespace Phira.PluginService.Plugins.Lifecycle.Recovering;

/// <summary>Decides whether and when a plugin that was lost is started again. Not for several threads at once.</summary>
/// <param name="maximum">How often it is started again before it is left alone.</param>
/// <param name="recoveredAfter">How long it must have run to have all attempts again.</param>
internal sealed class RestartPolicy(int maximum, TimeSpan cooldown, TimeSpan recoveredAfter)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>How often it may be started again.</summary>
    public int Maximum => maximum;

    /// <summary>How often it was started again since it last ran well.</summary>
    public int Attempts { get; private set; }

    /// <summary>The plugin was lost, or an attempt to start it has failed.</summary>
    /// <returns>How long to wait before the next attempt; null when it is to be left alone.</returns>
    public TimeSpan? Next(TimeSpan ranFor)
    {
        if (ranFor >= recoveredAfter)
        {
            Attempts = 0;
        }

        if (Attempts >= maximum)
        {
            return null;
        }

        return TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, cooldown.TotalSeconds * Math.Pow(2, Attempts++)));
    }

    /// <summary>Somebody takes care of the plugin: it has all attempts again.</summary>
    public void Reset() => Attempts = 0;
}
