using Microsoft.EntityFrameworkCore;
using Phira.PluginService.Storage.Model;

namespace Phira.PluginService.Storage.Writing;

/// <summary>A write that changes nothing of value: when it is on the disk, the disk takes writes again.</summary>
internal sealed class DiskProbe : PendingWrite
{
    public override bool IsAbandoned() => false;

    public override async Task<bool> RunAsync(PhiraDbContext context)
    {
        // SQLite keeps this number for applications; nothing reads it, but setting it writes a page.
        await context.Database.ExecuteSqlAsync($"PRAGMA user_version = 0;");
        return true;
    }

    public override void Acknowledge()
    {
    }

    public override void Fail(Exception exception)
    {
    }
}
