using System.ComponentModel;
using System.Text.Json;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Api.Plugins;

/// <summary>The current configuration of a plugin.</summary>
internal sealed record ConfigResponse
{
    [Description("Name of the plugin.")]
    public required string Plugin { get; init; }

    [Description("Number of the stored revision; 0 while only the manifest's defaults apply. Also sent as ETag.")]
    public required int Revision { get; init; }

    [Description("All values except secrets.")]
    public required JsonElement Values { get; init; }

    [Description("JSON Schema (draft 2020-12) of the values, with titles and descriptions in your language where the schema has them (x-i18n); null when the plugin has none.")]
    public required JsonElement? Schema { get; init; }

    public static ConfigResponse From(PluginConfig config, Language language) => new()
    {
        Plugin = config.Plugin.Value,
        Revision = config.Revision,
        Values = Parse(config.ValuesJson),
        Schema = config.SchemaJson is null ? null : SchemaTexts.In(language, config.SchemaJson),
    };

    private static JsonElement Parse(string json) => JsonElement.Parse(json);
}
