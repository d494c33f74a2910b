namespace Phira.PluginService.Storage.Model;

internal sealed class UsedRecordRow
{
    /// <summary>Grows with each record that counts: the order in which they did.</summary>
    public long Number { get; init; }

    public required int Record { get; init; }
}
