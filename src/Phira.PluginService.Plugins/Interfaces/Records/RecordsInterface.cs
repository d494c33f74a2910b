using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Interfaces.Users;

namespace Phira.PluginService.Plugins.Interfaces.Records;

/// <summary>The interface <c>records</c>.</summary>
internal sealed class RecordsInterface(IRoundRecordStore records) : HostInterface<RecordsFunctions>(
    "records",
    new HostFunction<RecordsFunctions>("list-user-records", records => records.ListUserRecords)
    {
        Permission = PermissionNames.ReadRecords,
        Target = static _ => UserTargets.Read,
    })
{
    /// <inheritdoc />
    protected override RecordsFunctions CreateInstance(InstanceScope scope) => new(scope.Context, records);
}
