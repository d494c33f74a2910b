namespace Phira.PluginService.Plugins.Interfaces;

/// <summary>One function that the host offers.</summary>
/// <param name="Handler">Carries it out; null while this host version answers <c>unavailable</c>.</param>
internal sealed record HostFunction(string Name, HostHandler? Handler)
{
    /// <summary>The permission it needs in every case; null when none, or when that depends on the arguments.</summary>
    public string? Permission { get; init; }

    /// <summary>What <see cref="Permission"/> is used on; null when that does not depend on the arguments.</summary>
    public TargetReader? Target { get; init; }

    /// <summary>What is written to the audit log of a call; null for what a plugin need not answer for.</summary>
    public ModerationReader? Moderation { get; init; }

    /// <summary>Whether it returns its value as it is and not a <c>result</c>.</summary>
    public bool IsPlain { get; init; }
}
