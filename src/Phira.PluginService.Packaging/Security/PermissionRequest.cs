using System.Collections.Immutable;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Security;

/// <summary>A permission that a manifest asks for, and how far. A scope that is null does not narrow the permission.</summary>
internal sealed record PermissionRequest(string Name)
{
    /// <summary>Only rooms of these names.</summary>
    public ImmutableArray<string>? Rooms { get; init; }

    /// <summary>Only users of these ids.</summary>
    public ImmutableArray<uint>? Users { get; init; }

    /// <summary>Only these hosts.</summary>
    public ImmutableArray<string>? Hosts { get; init; }

    /// <summary>Only these paths.</summary>
    public ImmutableArray<string>? Paths { get; init; }

    /// <summary>Only these services: <c>plugin</c> for all of a plugin, or <c>plugin/service</c>.</summary>
    public ImmutableArray<string>? Services { get; init; }

    /// <summary>Only the shared spaces of these plugins.</summary>
    public ImmutableArray<string>? Spaces { get; init; }

    /// <summary>Only these environment variables.</summary>
    public ImmutableArray<string>? Variables { get; init; }

    /// <summary>Also to write, where that has to be asked for. Default false.</summary>
    public bool Write { get; init; }

    /// <summary>Only these commands.</summary>
    public ImmutableArray<string>? Commands { get; init; }

    /// <summary>At most so many uses in any second.</summary>
    public uint? PerSecond { get; init; }

    /// <summary>At most so many uses in any minute.</summary>
    public uint? PerMinute { get; init; }

    /// <summary>At most so many uses in any hour.</summary>
    public uint? PerHour { get; init; }

    /// <summary>Location of the request in the manifest.</summary>
    public SourceLocation? Location { get; init; }
}
