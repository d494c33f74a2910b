using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Permissions;

/// <summary>The number of times that a plugin used a permission on one day (UTC).</summary>
public sealed record PermissionUse(PluginName Plugin, string Permission, DateOnly Day, long Count);
