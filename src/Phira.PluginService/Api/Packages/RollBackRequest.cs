using System.ComponentModel;
using Phira.PluginService.OpenApi;

namespace Phira.PluginService.Api.Packages;

/// <summary>Goes back to a former version of a plugin.</summary>
[RequestExample("""{"version":null}""")]
internal sealed record RollBackRequest(
    [property: Description("Id of the version; null or left out for the one before the present.")] string? Version);
