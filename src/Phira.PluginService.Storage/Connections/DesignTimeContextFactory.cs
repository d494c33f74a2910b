using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Phira.PluginService.Storage.Model;
using Phira.PluginService.Storage.Settings;

namespace Phira.PluginService.Storage.Connections;

/// <summary>Lets <c>dotnet ef migrations add</c> read the model without the host. No database is opened.</summary>
internal sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<PhiraDbContext>
{
    public PhiraDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<PhiraDbContext>();
        SqliteConnections.Configure(builder, new StorageOptions());
        return new PhiraDbContext(builder.Options);
    }
}
