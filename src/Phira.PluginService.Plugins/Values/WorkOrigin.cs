namespace Phira.PluginService.Plugins.Values;

/// <summary>The origin of a piece of work.</summary>
/// <param name="Depth">The number of events and service calls that caused one another up to this work.</param>
/// <param name="IsRequest">Whether the first cause is an HTTP request, which anybody can send.</param>
internal readonly record struct WorkOrigin(int Depth = 0, bool IsRequest = false)
{
    /// <summary>The origin of an event or a call that this work causes.</summary>
    public WorkOrigin Next() => this with { Depth = Depth + 1 };
}
