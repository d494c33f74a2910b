namespace Phira.PluginService.Plugins.Values;

/// <summary>What a piece of work was caused by.</summary>
/// <param name="Depth">How many events and calls of services caused one another up to this work.</param>
/// <param name="IsRequest">Whether the first cause is an HTTP request, which anybody can send.</param>
internal readonly record struct WorkOrigin(int Depth = 0, bool IsRequest = false)
{
    /// <summary>The origin of an event or a call that this work causes.</summary>
    public WorkOrigin Next() => this with { Depth = Depth + 1 };
}
