using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Permissions;

/// <summary>How often a plugin used a permission on one day (UTC).</summary>
/// <param name="Plugin">Which plugin.</param>
/// <param name="Permission">Name of the permission.</param>
/// <param name="Day">The day.</param>
/// <param name="Count">Number of uses.</param>
public sealed record PermissionUse(PluginName Plugin, string Permission, DateOnly Day, long Count);
