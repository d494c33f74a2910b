using System.ComponentModel;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Api.Packages;

/// <summary>Switches to a kept version of a plugin.</summary>
[RequestExample("""{"version":null}""")]
internal sealed record RollBackRequest(
    [property: Description("Id of the version; null or left out for the previous one.")] string? Version);
