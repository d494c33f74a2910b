using System.Collections.Immutable;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Configuration;

/// <summary>The result of reading the configuration.</summary>
/// <param name="Problems">Everything wrong with it; the service must not run when there is anything.</param>
internal sealed record ConfigurationResult(StartAction Action, ServiceConfiguration Configuration, ImmutableArray<Error> Problems)
{
    /// <summary>The file of another server that is to be migrated, and where ours goes; null when none is.</summary>
    public (string Source, string Target)? Migration { get; init; }

    /// <summary>The message about the file of another server; null without one.</summary>
    public OfficialFileNotice? Notice { get; init; }
}
