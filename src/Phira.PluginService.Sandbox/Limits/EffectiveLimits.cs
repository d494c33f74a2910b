using Phira.PluginService.Core.Limits;

namespace Phira.PluginService.Sandbox.Limits;

/// <summary>
/// The limits of one instance at this moment. The code that enforces a limit asks here each time, so that a change takes effect at once. Safe
/// for several threads.
/// </summary>
internal sealed class EffectiveLimits(ResourceLimits initial)
{
    private ResourceLimits _current = initial;

    /// <summary>The limits.</summary>
    public ResourceLimits Current
    {
        get => Volatile.Read(ref _current);
        set => Volatile.Write(ref _current, value);
    }

    /// <summary>Limits that nobody changes.</summary>
    public static implicit operator EffectiveLimits(ResourceLimits limits) => new(limits);
}
