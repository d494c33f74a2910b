namespace Phira.PluginService.Sandbox.Execution;

/// <summary>
/// Advances the epoch of every engine that runs a guest just now, so that the guest looks at its budget. Nothing happens while no
/// guest runs.
/// </summary>
internal sealed class EpochTicker : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<ITicked> _running = [];
    private readonly ManualResetEventSlim _someRun = new();
    private readonly ManualResetEvent _stop = new(initialState: false);
    private readonly Thread _thread;

    /// <summary>Starts a ticker.</summary>
    public EpochTicker()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "plugin ticker", Priority = ThreadPriority.Highest };
        _thread.Start();
    }

    /// <summary>
    /// Time between two ticks. A call can exceed its budget by about this much; shorter ticks cost every running guest more.
    /// </summary>
    public static TimeSpan Period { get; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Begins to tick a call.</summary>
    public void Enter(ITicked call)
    {
        lock (_lock)
        {
            _running.Add(call);
            _someRun.Set();
        }
    }

    /// <summary>Ends ticking a call. Once this has returned it is not ticked any more.</summary>
    public void Leave(ITicked call)
    {
        lock (_lock)
        {
            _running.Remove(call);
            if (_running.Count == 0)
            {
                _someRun.Reset();
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _stop.Set();
        _someRun.Set();
        _thread.Join();
        _someRun.Dispose();
        _stop.Dispose();
    }

    private void Run()
    {
        do
        {
            _someRun.Wait();
            lock (_lock)
            {
                foreach (var call in _running)
                {
                    call.Tick();
                }
            }
        }
        while (!_stop.WaitOne(Period));
    }
}
