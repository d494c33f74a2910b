using System.ComponentModel;
using System.Text.Json;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Api.Plugins;

/// <summary>Replaces the configuration of a plugin.</summary>
[RequestExample("""{"values":{"greeting":"Welcome, {name}!"}}""")]
internal sealed record ReplaceConfigRequest(
    [property: Description("All values: one JSON object. What is left out falls back to the manifest's default.")] JsonElement? Values);
