using System.ComponentModel;

namespace Phira.PluginService.Api.Packages;

/// <summary>Goes back to a former version of a plugin.</summary>
/// <param name="Version">Which.</param>
internal sealed record RollBackRequest(
    [property: Description("Id of the version; null or left out for the one before the present.")] string? Version);
