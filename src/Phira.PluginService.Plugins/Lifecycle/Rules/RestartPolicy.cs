namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>Decides whether and when a plugin that was lost is started again.</summary>
/// <param name="Maximum">The number of restarts before it is left alone.</param>
/// <param name="Cooldown">The wait before the first attempt; each further one waits twice as long.</param>
/// <param name="RecoveredAfter">The running time after which it has all attempts again.</param>
internal sealed record RestartPolicy(int Maximum, TimeSpan Cooldown, TimeSpan RecoveredAfter)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>The plugin was lost, or an attempt to start it has failed.</summary>
    /// <param name="attempts">The number of restarts since it last ran well.</param>
    /// <returns>The attempts used now, and how long to wait before the next one; null when it is to be left alone.</returns>
    public (int Attempts, TimeSpan? Wait) Next(int attempts, TimeSpan ranFor)
    {
        var used = ranFor >= RecoveredAfter ? 0 : attempts;
        return used < Maximum
            ? (used + 1, TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Cooldown.TotalSeconds * Math.Pow(2, used))))
            : (used, null);
    }
}
