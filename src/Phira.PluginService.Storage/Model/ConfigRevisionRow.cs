namespace Phira.PluginService.Storage.Model;

internal sealed class ConfigRevisionRow
{
    public required string Plugin { get; init; }

    public required int Revision { get; init; }

    public required string Json { get; init; }

    public required string Author { get; init; }

    public required long At { get; init; }
}
