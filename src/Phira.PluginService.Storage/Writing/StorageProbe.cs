using Phira.PluginService.Storage.Databases;
using Phira.PluginService.Storage.Model;

namespace Phira.PluginService.Storage.Writing;

/// <summary>A write that changes nothing of value: when it is committed, the database takes writes.</summary>
internal sealed class StorageProbe(IServiceDatabase database) : PendingWrite
{
    public override bool IsAbandoned() => false;

    public override async Task<bool> RunAsync(PhiraDbContext context)
    {
        await database.ProbeAsync(context);
        return true;
    }

    public override void Acknowledge()
    {
    }

    public override void Fail(Exception exception)
    {
    }
}
