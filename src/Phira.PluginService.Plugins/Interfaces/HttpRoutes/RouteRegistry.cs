using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Web;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>The routes of all active plugins.</summary>
internal sealed class RouteRegistry(IOptions<RoutesOptions> options) : IPluginRoutes, IPluginFiles
{
    private readonly ConcurrentDictionary<PluginName, ActiveRoutes> _active = [];

    /// <inheritdoc />
    public event Action<PluginName>? Withdrawn;

    /// <inheritdoc />
    public RouteLimits Limits { get; } = new(options.Value.RouteTimeout, options.Value.RouteRequestBytes, options.Value.RouteRequestsPerSecond);

    /// <summary>Adds the routes of a plugin that becomes active, or replaces those of its previous version.</summary>
    public void Put(ActiveRoutes routes)
    {
        routes.Instance.Files.Publish();
        var previous = _active.GetValueOrDefault(routes.Plugin);
        _active[routes.Plugin] = routes;
        if (previous is not null && previous.Instance != routes.Instance)
        {
            previous.Instance.Files.Withdraw();
        }

        Refresh(routes.Plugin);
    }

    /// <summary>Withdraws the routes of a plugin when its grants no longer allow any.</summary>
    public void Refresh(PluginName plugin)
    {
        if (_active.TryGetValue(plugin, out var active) && !active.Instance.IsAllowed)
        {
            Withdrawn?.Invoke(plugin);
        }
    }

    /// <summary>Removes the routes of a plugin.</summary>
    public void Remove(PluginName plugin)
    {
        if (_active.TryRemove(plugin, out var removed))
        {
            removed.Instance.Files.Withdraw();
            Withdrawn?.Invoke(plugin);
        }
    }

    /// <inheritdoc />
    public RouteFinding? Find(PluginName plugin, string method, string path) => FindActive(plugin)?.Instance.Find(method, path);

    /// <inheritdoc />
    public bool Exists(PluginName plugin, string path) => FindFiles(plugin, path)?.Exists(path) == true;

    /// <inheritdoc />
    public PluginFile? Open(PluginName plugin, string path)
    {
        var files = FindFiles(plugin, path);
        var file = files?.Open(path);

        // The copies of a version that was replaced meanwhile may be gone already.
        return file is null && FindFiles(plugin, path) is { } other && other != files ? other.Open(path) : file;
    }

    /// <inheritdoc />
    public Result<IRoutePlace> Enter(PluginName plugin)
    {
        if (FindActive(plugin)?.Instance.Requests is not { } requests)
        {
            return new Error(RouteErrors.Changed, plugin.Value);
        }

        return requests.TryEnter() ? new RoutePlace(plugin, requests, this) : new Error(RouteErrors.Busy, plugin.Value);
    }

    /// <summary>The routes as they are now, for the instance that takes a request on its own thread.</summary>
    public InstanceRoutes? Current(PluginName plugin) => FindActive(plugin)?.Instance;

    /// <summary>Hands a request to the mailbox of the active instance, and waits for its answer.</summary>
    public async Task<Result<RouteResponse>> DeliverAsync(PluginName plugin, RouteRequest request, CancellationToken cancellationToken)
    {
        if (FindActive(plugin) is not { } active)
        {
            return new Error(RouteErrors.Changed, plugin.Value);
        }

        var delivery = new RequestDelivery(plugin, request, this);
        active.Mailbox.Post(delivery);
        try
        {
            return await delivery.Answer.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            delivery.Forget();
            throw;
        }
    }

    private ActiveRoutes? FindActive(PluginName plugin) =>
        _active.TryGetValue(plugin, out var active) && active.Instance.IsAllowed ? active : null;

    private StaticFileSet? FindFiles(PluginName plugin, string path) =>
        FindActive(plugin)?.Instance is { } routes && routes.IsGranted(path) ? routes.Files : null;
}
