using System.ComponentModel;
using System.Text.Json;

namespace Phira.PluginService.Api.ConfigHistory;

/// <summary>The change of one field by a revision.</summary>
internal sealed record ConfigChangeResponse
{
    [Description("Name of the field.")]
    public required string Field { get; init; }

    [Description("Whether the values are left out: the field is or may be a secret.")]
    public required bool Hidden { get; init; }

    [Description("The value before; null when the manifest's default applied, or when it is hidden.")]
    public required JsonElement? Before { get; init; }

    [Description("The value after; null when the manifest's default applies again, or when it is hidden.")]
    public required JsonElement? After { get; init; }
}
