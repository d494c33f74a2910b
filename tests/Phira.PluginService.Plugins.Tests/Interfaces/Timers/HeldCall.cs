using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Interfaces.Timers;

/// <summary>A call in which a plugin waits for the game until the test lets it continue.</summary>
internal sealed class HeldCall : IDisposable
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _go = new();
    private readonly Task _call;

    private HeldCall(PluginHost host, string plugin)
    {
        host.Game.Acted += () =>
        {
            _begun.TrySetResult();
            _go.Wait(PluginHost.Patience);
        };
        _call = new Echo(host, plugin).OkAsync("messages.broadcast-message-to-all", "x");
    }

    public static async Task<HeldCall> BeginAsync(PluginHost host, string plugin = "echo")
    {
        var held = new HeldCall(host, plugin);
        await held._begun.Task.WaitAsync(PluginHost.Patience);
        return held;
    }

    public async Task LetGoAsync()
    {
        _go.Set();
        await _call;
    }

    public void Dispose() => _go.Dispose();
}
