using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Web;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>A place in the queue of a plugin. The queue is the plugin's, so a reload of the plugin does not take the place away.</summary>
internal sealed class RoutePlace(PluginName plugin, RequestQueue requests, RouteRegistry registry) : IRoutePlace
{
    private long _held;
    private bool _isReading;
    private bool _hasLeft;

    /// <inheritdoc />
    public bool TryBeginBody() => _isReading = requests.TryBeginBody();

    /// <inheritdoc />
    public void EndBody()
    {
        if (_isReading)
        {
            _isReading = false;
            requests.EndBody();
        }
    }

    /// <inheritdoc />
    public bool TryHold(int bytes)
    {
        if (!requests.TryHold(bytes))
        {
            return false;
        }

        _held += bytes;
        return true;
    }

    /// <inheritdoc />
    public async Task<Result<RouteResponse>> InvokeAsync(RouteRequest request, CancellationToken cancellationToken)
    {
        await requests.WaitAsync(cancellationToken);
        try
        {
            return await registry.DeliverAsync(plugin, request, cancellationToken);
        }
        finally
        {
            requests.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        EndBody();
        if (!_hasLeft)
        {
            _hasLeft = true;
            requests.Leave(_held);
        }
    }
}
