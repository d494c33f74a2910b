using Phira.PluginService.Simulation.Api;

namespace Phira.PluginService.Demo;

/// <summary>Replaces the outside world for <c>--demo</c>: a stand-in for the Phira API on the loopback interface.</summary>
internal sealed class DemoWorld : IAsyncDisposable
{
    private DemoWorld(PhiraApiStandIn api) => Api = api;

    public PhiraApiStandIn Api { get; }

    /// <summary>Starts the stand-in. It must run before the service is put together, because its address is configuration of the game server.</summary>
    public static async Task<DemoWorld> StartAsync() => new(await PhiraApiStandIn.StartAsync());

    public ValueTask DisposeAsync() => Api.DisposeAsync();
}
