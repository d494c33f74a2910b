using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Storage.Model;

internal sealed class DesiredStateRow
{
    public required string Plugin { get; init; }

    public required DesiredState State { get; set; }

    public required long ChangedAt { get; set; }
}
