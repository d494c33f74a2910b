namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>One function that the host offers, apart from who calls it.</summary>
/// <param name="Name">The name in the WIT file.</param>
internal abstract record HostFunction(string Name)
{
    /// <summary>The permission it needs in every case; null when none, or when that depends on the arguments.</summary>
    public string? Permission { get; init; }

    /// <summary>The permission that its handler asks for when the arguments need it; null when there is none.</summary>
    public string? ConditionalPermission { get; init; }

    /// <summary>Whether the function returns its value as it is and not a <c>result</c>.</summary>
    public bool IsPlain { get; init; }

    /// <summary>Whether what <see cref="Permission"/> is used on depends on the arguments.</summary>
    public abstract bool HasTarget { get; }

    /// <summary>Whether calls of the function are written to the audit log.</summary>
    public abstract bool IsModeration { get; }
}
