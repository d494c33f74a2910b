using System.Reflection;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Testing.PostgreSql;
using Xunit.Sdk;
using Xunit.v3;

namespace Phira.PluginService.Storage.Tests;

/// <summary>Runs a theory on every database that the service can use; the database is its only argument.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnEachDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var missing = PostgreSqlServer.Missing;
        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
        [
            new TheoryDataRow<StorageProvider>(StorageProvider.Sqlite),
            new TheoryDataRow<StorageProvider>(StorageProvider.Postgresql) { Skip = missing.Length > 0 ? missing : null },
        ]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
