using System.Collections.Immutable;
using Phira.PluginService.Core.Web;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>Routes, most specific first. Immutable.</summary>
internal sealed class RouteTable
{
    public const string Get = "GET";
    public const string Head = "HEAD";

    private readonly ImmutableArray<Entry> _entries;

    private RouteTable(ImmutableArray<Entry> entries) => _entries = entries;

    /// <summary>No routes.</summary>
    public static RouteTable Empty { get; } = new([]);

    public int Count => _entries.Length;

    /// <summary>The route of a method that matches exactly the same paths; null when there is none.</summary>
    public PluginRoute? FindSame(string method, RoutePattern pattern) =>
        _entries.FirstOrDefault(entry => entry.Route.Method == method && entry.Pattern.Compare(pattern) == 0)?.Route;

    /// <summary>The table with one more route, in place of one that matches the same paths.</summary>
    public RouteTable With(PluginRoute route, RoutePattern pattern) => new(
    [
        .. _entries.Where(entry => entry.Route.Method != route.Method || entry.Pattern.Compare(pattern) != 0)
            .Append(new Entry(route, pattern))
            .OrderBy(entry => entry.Pattern, RoutePattern.BySpecificity)
            .ThenBy(entry => entry.Route.Method, StringComparer.Ordinal),
    ]);

    /// <summary>The table without a route.</summary>
    public RouteTable Without(PluginRoute route) => new(_entries.RemoveAll(entry => entry.Route == route));

    /// <summary>Finds the most specific route for a method and a path, and the methods that there are routes for at this path.</summary>
    /// <param name="path">The path with its leading slash.</param>
    /// <param name="isGranted">The condition on routes that count; null for all.</param>
    public RouteFinding Find(string method, string path, Func<PluginRoute, bool>? isGranted = null)
    {
        var segments = path[1..].Split('/');
        RouteFinding? found = null, fallback = null;
        var methods = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var (route, pattern) in _entries)
        {
            if (!pattern.Matches(segments, out var parameters) || isGranted?.Invoke(route) == false)
            {
                continue;
            }

            methods.Add(route.Method);
            if (route.Method == method)
            {
                found ??= new RouteFinding(route, parameters, []);
            }
            else if (route.Method == Get && method == Head)
            {
                fallback ??= new RouteFinding(route, parameters, []);
            }
        }

        if (methods.Contains(Get))
        {
            methods.Add(Head);
        }

        var best = found ?? fallback;
        return new RouteFinding(best?.Route, best?.Parameters ?? [], methods.ToImmutable());
    }

    private sealed record Entry(PluginRoute Route, RoutePattern Pattern);
}
