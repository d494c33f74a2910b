using Phira.PluginService.Sandbox.Platform;

namespace Phira.PluginService.Plugins.Tests.Hosting;

/// <summary>
/// The operating system, in which one plugin's clock and memory stand still from a moment the test chooses until it lets go. The
/// plugin keeps burning the processor meanwhile; its budget is exact from the moment it was let go.
/// </summary>
internal sealed class Standstill(string plugin) : INativeMemory, IThreadCpuClock, IDisposable
{
    private readonly NativePlatform _system = NativePlatform.Current;
    private readonly string _thread = $"plugin {plugin}";
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _letGo = new(initialState: true);
    private volatile bool _held;

    // Of the plugin's thread only.
    private int _readings;
    private long _heldAt;
    private long _lost;

    public NativePlatform Platform => _system with { Memory = this, ThreadClock = this };

    /// <summary>The plugin's code runs, or asks for memory, while it is held.</summary>
    public Task Reached => _reached.Task.WaitAsync(PluginHost.Patience);

    public long Nanoseconds
    {
        get
        {
            var now = _system.ThreadClock.Nanoseconds;
            if (Thread.CurrentThread.Name != _thread)
            {
                return now;
            }

            if (!_held)
            {
                _lost += _readings > 0 ? now - _lost - _heldAt : 0;
                _readings = 0;
                return now - _lost;
            }

            if (_readings++ == 0)
            {
                _heldAt = now - _lost;
            }
            else
            {
                // The first reading begins the call; from the second on its code runs.
                _reached.TrySetResult();
            }

            return _heldAt;
        }
    }

    /// <summary>The next call stands still.</summary>
    public void Hold()
    {
        _letGo.Reset();
        _held = true;
    }

    public void LetGo()
    {
        _held = false;
        _letGo.Set();
    }

    public nint Reserve(nuint bytes) => _system.Memory.Reserve(bytes);

    public bool Commit(nint address, nuint bytes)
    {
        if (_held && Thread.CurrentThread.Name == _thread)
        {
            _reached.TrySetResult();
            _letGo.Wait(PluginHost.Patience);
        }

        return _system.Memory.Commit(address, bytes);
    }

    public void Release(nint address, nuint bytes) => _system.Memory.Release(address, bytes);

    public void Dispose() => _letGo.Dispose();
}
