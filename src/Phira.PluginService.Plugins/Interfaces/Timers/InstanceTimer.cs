namespace Phira.PluginService.Plugins.Interfaces.Timers;

/// <summary>One timer. Its owner guards it.</summary>
internal sealed class InstanceTimer(bool repeats, ITimer clock) : IDisposable
{
    /// <summary>Whether the timer fires again and again.</summary>
    public bool Repeats { get; } = repeats;

    /// <summary>Whether the timer has fired while the instance had no mailbox.</summary>
    public bool IsDue { get; set; }

    /// <summary>Whether a delivery waits in a mailbox.</summary>
    public bool IsUnderWay { get; set; }

    /// <inheritdoc />
    public void Dispose() => clock.Dispose();
}
