using System.Runtime.InteropServices;

namespace Phira.PluginService.Composition;

/// <summary>
/// Turns the system's signals into a request to stop, from the first moment of the process on. The first signal requests it; after a second
/// one the system ends the process at once.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private static readonly PosixSignal[] Handled = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT, PosixSignal.SIGHUP];

    private readonly CancellationTokenSource _requested = new();
    private readonly TaskCompletionSource<PosixSignal> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _ended = new();
    private readonly TextWriter _errors;
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Starts to listen.</summary>
    /// <param name="errors">Where the second signal is reported: what waits in the log's queue is lost with the process.</param>
    public StopSignals(TextWriter errors)
    {
        _errors = errors;
        _registrations = Array.ConvertAll(Handled, signal => PosixSignalRegistration.Create(signal, OnSignal));
    }

    /// <summary>Canceled by the first signal.</summary>
    public CancellationToken Requested => _requested.Token;

    /// <summary>Waits for the first signal.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The signal; null when the wait was canceled before one came.</returns>
    public async Task<PosixSignal?> WaitAsync(CancellationToken cancellationToken)
    {
        await ((Task)_first.Task.WaitAsync(cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _first.Task.IsCompleted ? await _first.Task : null;
    }

    public void Dispose()
    {
        _ended.Set();
        Array.ForEach(_registrations, registration => registration.Dispose());
        _requested.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        if (_first.TrySetResult(context.Signal))
        {
            context.Cancel = true;
            _ = _requested.CancelAsync();
        }
        else if (context.Signal == PosixSignal.SIGHUP)
        {
            // A terminal that closes sends it twice, by the kernel and by the shell; systemd can send it right after SIGTERM.
            context.Cancel = true;
        }
        else
        {
            _errors.WriteLine("再次收到停止信号，立即退出。 / A second signal came: stopped at once.");
            return;
        }

        // Windows ends the process when the handler of a closed window or of a shutdown returns.
        if (OperatingSystem.IsWindows() && context.Signal is (PosixSignal.SIGHUP or PosixSignal.SIGTERM))
        {
            _ended.Wait();
        }
    }
}
