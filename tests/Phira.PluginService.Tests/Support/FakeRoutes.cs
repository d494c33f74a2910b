using System.Text;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Web;

namespace Phira.PluginService.Tests.Support;

/// <summary>Plugins that serve what a test says, each path as it is, and record what is asked of them.</summary>
internal sealed class FakeRoutes : IPluginRoutes, IPluginFiles
{
    private readonly Dictionary<
        (string Plugin, string Method, string Path), (PluginRoute Route, Func<RouteRequest, Result<RouteResponse>> Answer)> _routes = [];
    private readonly Dictionary<(string Plugin, string Path), string> _files = [];

    public event Action<PluginName>? Withdrawn;

    /// <summary>The default settings. To be set before the first request.</summary>
    public RouteLimits Limits { get; set; } = new(TimeSpan.FromSeconds(10), 1 << 20, 50);

    public List<RouteRequest> Requests { get; } = [];

    /// <summary>Answers that never come.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Whether all places are taken.</summary>
    public bool IsFull { get; set; }

    /// <summary>Whether all places for bodies on their way are taken.</summary>
    public bool IsReceiving { get; set; }

    /// <summary>Maximum number of bytes of bodies that are held at once.</summary>
    public int BodyBytes { get; set; } = int.MaxValue;

    /// <summary>Number of places that are taken.</summary>
    public int Places { get; private set; }

    /// <summary>Completes when the first bytes of a body have come.</summary>
    public TaskCompletionSource Received { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a request has reached the plugin.</summary>
    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static RouteResponse Text(string text, int status = 200, params IEnumerable<(string Name, string Value)> headers) =>
        new(status, [.. headers.Select(header => KeyValuePair.Create(header.Name, header.Value))], new RouteBody(text, default));

    public FakeRoutes With(
        string plugin, string method, string path, RouteAccess access, Func<RouteRequest, Result<RouteResponse>> answer, int? bodyBytes = null)
    {
        _routes[(plugin, method, path)] = (new PluginRoute(method, path, access, bodyBytes), answer);
        return this;
    }

    public FakeRoutes With(string plugin, string path, RouteAccess access = RouteAccess.Public) =>
        With(plugin, "GET", path, access, request => Text($"{plugin} {request.Path} for {request.Caller ?? "anybody"}"));

    public FakeRoutes WithFile(string plugin, string path, string content)
    {
        _files[(plugin, path)] = content;
        return this;
    }

    public void Withdraw(string plugin)
    {
        foreach (var route in _routes.Keys.Where(route => route.Plugin == plugin).ToList())
        {
            _routes.Remove(route);
        }

        Withdrawn?.Invoke(PluginName.Parse(plugin));
    }

    public RouteFinding? Find(PluginName plugin, string method, string path)
    {
        var mine = _routes.Where(route => route.Key.Plugin == plugin.Value).ToList();
        if (mine.Count == 0 && !_files.Keys.Any(file => file.Plugin == plugin.Value))
        {
            return null;
        }

        var here = mine.Where(route => route.Key.Path == path).ToList();
        return new RouteFinding(here.Find(route => route.Key.Method == method).Value.Route, [], [.. here.Select(route => route.Key.Method)]);
    }

    public Result<IRoutePlace> Enter(PluginName plugin)
    {
        if (IsFull)
        {
            return new Error(RouteErrors.Busy, plugin.Value);
        }

        Places++;
        return new Place(this, plugin);
    }

    public bool Exists(PluginName plugin, string path) => _files.ContainsKey((plugin.Value, path));

    public PluginFile? Open(PluginName plugin, string path) => _files.TryGetValue((plugin.Value, path), out var content)
        ? new PluginFile(path.Split('/')[^1], new MemoryStream(Encoding.UTF8.GetBytes(content)), "tag-"
            + content.Length, new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero))
        : null;

    private sealed class Place(FakeRoutes routes, PluginName plugin) : IRoutePlace
    {
        private int _held;

        public bool TryBeginBody() => !routes.IsReceiving;

        public void EndBody()
        {
            // Nobody counts them here.
        }

        public bool TryHold(int bytes)
        {
            _held += bytes;
            routes.Received.TrySetResult();
            return _held <= routes.BodyBytes;
        }

        public async Task<Result<RouteResponse>> InvokeAsync(RouteRequest request, CancellationToken cancellationToken)
        {
            routes.Requests.Add(request);
            routes.Asked.TrySetResult();
            if (routes.IsSilent)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }

            return routes._routes[(plugin.Value, request.Route.Method, request.Path)].Answer(request);
        }

        public void Dispose() => routes.Places--;
    }
}
