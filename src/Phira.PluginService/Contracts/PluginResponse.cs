using System.ComponentModel;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Contracts;

/// <summary>A plugin as known at one moment.</summary>
internal sealed record PluginResponse
{
    [Description("The identity: name of the manifest, or the folder's name when the manifest cannot be read.")]
    public required string Name { get; init; }

    [Description("Current state.")]
    public required PluginState State { get; init; }

    [Description("Version of the manifest.")]
    public required string? Version { get; init; }

    [Description("Author of the manifest.")]
    public required string? Author { get; init; }

    [Description("Description of the manifest.")]
    public required string? Description { get; init; }

    [Description("Licence of the manifest.")]
    public required string? License { get; init; }

    [Description("Web site of the manifest.")]
    public required string? Website { get; init; }

    [Description("Category of the manifest.")]
    public required string? Category { get; init; }

    [Description("Tags of the manifest.")]
    public required IReadOnlyList<string> Tags { get; init; }

    [Description("The pages that the dashboard shows of it, in the order of the manifest.")]
    public required IReadOnlyList<PluginPageResponse> Pages { get; init; }

    [Description("Version of the WIT package it was built against.")]
    public required string? AbiVersion { get; init; }

    [Description("SHA-256 of the component, lower-case hexadecimal.")]
    public required string? Sha256 { get; init; }

    [Description("Time of the last change of the state.")]
    public required DateTimeOffset ChangedAt { get; init; }

    [Description("The reason for the failure; null when there is none.")]
    public required ProblemItem? Failure { get; init; }

    [Description("An error that names the permissions to grant before the version in the folder runs; null when nothing waits.")]
    public required ProblemItem? Pending { get; init; }

    [Description("Time of the next attempt to start it after a crash; null unless it waits for that.")]
    public required DateTimeOffset? RestartAt { get; init; }

    [Description("The operations that would change something now; others are refused, have nothing to do, or are another name for one of these.")]
    public required IReadOnlyList<PluginOperation> AllowedOperations { get; init; }

    [Description("Health, with the reasons that lower it.")]
    public required HealthResponse Health { get; init; }

    [Description("Resources in use, and counters.")]
    public required UsageResponse Usage { get; init; }

    public static PluginResponse From(PluginSnapshot plugin, Language language) => new()
    {
        Name = plugin.Name.Value,
        State = plugin.State,
        Version = plugin.Version,
        Author = plugin.Author,
        Description = plugin.Description?.In(language),
        License = plugin.License,
        Website = plugin.Website,
        Category = plugin.Category,
        Tags = plugin.Tags.IsDefault ? [] : plugin.Tags,
        Pages = [.. plugin.Pages.Select(page => PluginPageResponse.From(page, language))],
        AbiVersion = plugin.AbiVersion,
        Sha256 = plugin.Sha256,
        ChangedAt = plugin.ChangedAt,
        Failure = plugin.Failure is null ? null : ProblemItem.From(plugin.Failure, language),
        Pending = plugin.Pending is null ? null : ProblemItem.From(plugin.Pending, language),
        RestartAt = plugin.RestartAt,
        AllowedOperations = plugin.AllowedOperations,
        Health = HealthResponse.From(plugin.Health, language),
        Usage = UsageResponse.From(plugin.Usage),
    };
}
