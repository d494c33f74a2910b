using System.ComponentModel;
using System.Text.Json;

namespace Phira.PluginService.Api.Plugins;

/// <summary>Replaces the configuration of a plugin.</summary>
/// <param name="Values">All values.</param>
internal sealed record ReplaceConfigRequest(
    [property: Description("All values: one JSON object. What is left out falls back to the manifest's default.")] JsonElement? Values);
