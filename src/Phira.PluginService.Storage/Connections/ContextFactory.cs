using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.Storage.Model;
using Phira.PluginService.Storage.Settings;

namespace Phira.PluginService.Storage.Connections;

/// <summary>
/// Makes a context for each operation. EF Core resolves services whenever a context is made, which the host's container refuses while it is being
/// disposed; the last writes and the closing of the file happen just then, so that EF Core gets a container of its own.
/// </summary>
internal sealed class ContextFactory(IOptions<StorageOptions> options, ILoggerFactory loggers) : IDbContextFactory<PhiraDbContext>, IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton(loggers)
        .AddDbContextFactory<PhiraDbContext>(builder => SqliteConnections.Configure(builder, options.Value))
        .BuildServiceProvider();

    public PhiraDbContext CreateDbContext() => _services.GetRequiredService<IDbContextFactory<PhiraDbContext>>().CreateDbContext();

    public void Dispose() => _services.Dispose();
}
