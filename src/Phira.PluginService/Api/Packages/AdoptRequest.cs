using System.ComponentModel;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Api.Packages;

/// <summary>Adopts a component that has no manifest.</summary>
[RequestExample("""{"manifest":null}""")]
internal sealed record AdoptRequest(
    [property: Description("Text of its plugin.toml; null or left out for the proposed one.")] string? Manifest);
