using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Permissions;

namespace Phira.PluginService.Plugins.Permissions;

/// <summary>
/// Counts uses until they are written down. There is one number for each plugin, permission and day, so it stays small however often
/// something is used. Safe for several threads.
/// </summary>
internal sealed class UseCounter(TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(PluginName Plugin, string Permission, DateOnly Day), long> _counts = [];

    /// <summary>The present day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(timeProvider.GetUtcNow().UtcDateTime);

    /// <summary>Counts a use.</summary>
    public void Count(PluginName plugin, string permission) => Add(plugin, permission, Today, 1);

    /// <summary>Puts uses back that could not be written down.</summary>
    public void PutBack(IEnumerable<PermissionUse> uses)
    {
        foreach (var use in uses)
        {
            Add(use.Plugin, use.Permission, use.Day, use.Count);
        }
    }

    /// <summary>Takes out all that was counted.</summary>
    public ImmutableArray<PermissionUse> Take()
    {
        lock (_lock)
        {
            var uses = _counts.Select(entry => new PermissionUse(entry.Key.Plugin, entry.Key.Permission, entry.Key.Day, entry.Value))
                .ToImmutableArray();
            _counts.Clear();
            return uses;
        }
    }

    // In the path of every host call: it allocates nothing and looks the entry up once.
    private void Add(PluginName plugin, string permission, DateOnly day, long count)
    {
        lock (_lock)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, (plugin, permission, day), out _) += count;
        }
    }
}
