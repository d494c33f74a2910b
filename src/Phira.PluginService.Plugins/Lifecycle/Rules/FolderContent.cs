using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>The content of a plugin's folder, compared with its instance. Read only when there is one.</summary>
internal sealed record FolderContent
{
    /// <summary>The reason why it cannot be used; null when it can.</summary>
    public Error? Problem { get; init; }

    /// <summary>Whether the content is a component without a manifest.</summary>
    public bool IsLoose { get; init; }

    /// <summary>Another reason why it cannot be loaded; null when there is none.</summary>
    public Error? Obstacle { get; init; }

    /// <summary>The blueprint that it gives; null when it was not read or cannot be used.</summary>
    public PluginBlueprint? Blueprint { get; init; }

    /// <summary>The difference from the instance.</summary>
    public BlueprintDifference Difference { get; init; } = BlueprintDifference.Version;

    /// <summary>Whether another version is loaded without being asked for.</summary>
    public bool ReloadsVersion { get; init; }

    /// <summary>Whether another instance is made, where that is necessary, for a changed configuration.</summary>
    public bool ReloadsConfig { get; init; }
}
