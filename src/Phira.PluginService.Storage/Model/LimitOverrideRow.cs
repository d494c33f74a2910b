namespace Phira.PluginService.Storage.Model;

internal sealed class LimitOverrideRow
{
    public required string Plugin { get; init; }

    public required string Limit { get; init; }

    public required long Value { get; init; }
}
