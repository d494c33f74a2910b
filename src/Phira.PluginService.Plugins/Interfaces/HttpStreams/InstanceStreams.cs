using System.Collections.Immutable;
using Phira.PluginService.Core.Web;

namespace Phira.PluginService.Plugins.Interfaces.HttpStreams;

/// <summary>The streams that one instance has opened. Changed by the instance's thread.</summary>
internal sealed class InstanceStreams
{
    private ImmutableSortedDictionary<string, RouteAccess> _opened = ImmutableSortedDictionary<string, RouteAccess>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Who may read each of them.</summary>
    public ImmutableSortedDictionary<string, RouteAccess> Opened
    {
        get => Volatile.Read(ref _opened);
        set => Volatile.Write(ref _opened, value);
    }
}
