using System.Diagnostics.CodeAnalysis;

namespace Phira.PluginService.Plugins.Lifecycle.Instances;

/// <summary>Cancels what is being loaded of one plugin as soon as an operation waits that takes it down anyway.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A source without a timer whose handle is never asked for holds nothing.")]
internal sealed class LoadCancellation
{
    private readonly Lock _lock = new();
    private CancellationTokenSource _source = new();
    private int _requests;

    /// <summary>Cancelled while such an operation waits.</summary>
    public CancellationToken Token
    {
        get
        {
            lock (_lock)
            {
                return _source.Token;
            }
        }
    }

    /// <summary>Cancels, until the operation has begun or is canceled.</summary>
    /// <returns>To be disposed of then.</returns>
    public IDisposable Request()
    {
        CancellationTokenSource source;
        lock (_lock)
        {
            _requests++;
            source = _source;
        }

        source.Cancel();
        return new Waiting(this);
    }

    private void Withdraw()
    {
        lock (_lock)
        {
            if (--_requests == 0)
            {
                _source = new CancellationTokenSource();
            }
        }
    }

    private sealed class Waiting(LoadCancellation owner) : IDisposable
    {
        private LoadCancellation? _owner = owner;

        public void Dispose() => Interlocked.Exchange(ref _owner, null)?.Withdraw();
    }
}
