using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Permissions;

/// <summary>How often a plugin used a permission on one day (UTC).</summary>
public sealed record PermissionUse(PluginName Plugin, string Permission, DateOnly Day, long Count);
