using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Plugins;

/// <summary>A plugin as known at one moment.</summary>
public sealed record PluginSnapshot
{
    /// <summary>The identity: <c>name</c> of the manifest, or the folder's name when the manifest cannot be read.</summary>
    public required PluginName Name { get; init; }

    /// <summary>Present state.</summary>
    public required PluginState State { get; init; }

    /// <summary>Version of the manifest; null when the manifest cannot be read.</summary>
    public string? Version { get; init; }

    /// <summary>Author of the manifest.</summary>
    public string? Author { get; init; }

    /// <summary>Description of the manifest, in the languages that it is written in.</summary>
    public TranslatedText? Description { get; init; }

    /// <summary>Licence of the manifest.</summary>
    public string? License { get; init; }

    /// <summary>Web site of the manifest.</summary>
    public string? Website { get; init; }

    /// <summary>Category of the manifest.</summary>
    public string? Category { get; init; }

    /// <summary>Tags of the manifest.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The pages that the dashboard shows of it, in the order of the manifest.</summary>
    public ImmutableArray<PluginPage> Pages { get; init; } = [];

    /// <summary>Version of the WIT package it was built against.</summary>
    public string? AbiVersion { get; init; }

    /// <summary>SHA-256 of the component, lower-case hexadecimal; null when there is none.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The reason for the failure; null when there is none.</summary>
    public Error? Failure { get; init; }

    /// <summary>
    /// An error that names the permissions to grant before the version in the folder runs; the plugin waits in
    /// <see cref="PluginState.PendingApproval"/>, or an older version runs meanwhile. Null when nothing waits.
    /// </summary>
    public Error? Pending { get; init; }

    /// <summary>Time of the supervisor's next attempt to start it; null unless it waits for that.</summary>
    public DateTimeOffset? RestartAt { get; init; }

    /// <summary>
    /// The operations that would change something now, in the order of <see cref="PluginOperation"/>. Others are refused, have nothing to do, or
    /// are another name for one of these.
    /// </summary>
    public ImmutableArray<PluginOperation> AllowedOperations { get; init; } = [];

    /// <summary>Health, with the reasons that lower it.</summary>
    public required PluginHealth Health { get; init; }

    /// <summary>Resources in use, and counters.</summary>
    public required PluginUsage Usage { get; init; }

    /// <summary>Time of the last change of the state.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
