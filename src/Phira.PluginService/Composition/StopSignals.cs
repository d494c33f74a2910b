using System.Runtime.InteropServices;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Composition;

/// <summary>
/// Turns the system's signals into a request to stop, from the first moment of the process on. The first signal requests it; after a second
/// one the system ends the process at once.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private static readonly PosixSignal[] Handled = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT, PosixSignal.SIGHUP];

    // Who stops a group of processes reaches this one twice: directly, and through a parent that passes the signal on (timeout, dotnet run).
    private static readonly TimeSpan DuplicateWindow = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _requested = new();
    private readonly TaskCompletionSource<PosixSignal> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _ended = new();
    private readonly TextWriter _errors;
    private readonly TimeProvider _timeProvider;
    private readonly PosixSignalRegistration[] _registrations;
    private long _firstAt;

    /// <summary>Starts to listen.</summary>
    /// <param name="errors">Receives the report of the second signal: entries in the log's queue are lost with the process.</param>
    public StopSignals(TextWriter errors, TimeProvider timeProvider)
    {
        _errors = errors;
        _timeProvider = timeProvider;
        _registrations = Array.ConvertAll(Handled, signal => PosixSignalRegistration.Create(signal, OnSignal));
    }

    /// <summary>Canceled by the first signal.</summary>
    public CancellationToken Requested => _requested.Token;

    /// <summary>Waits for the first signal.</summary>
    /// <returns>The signal; null when the wait was canceled before one came.</returns>
    public async Task<PosixSignal?> WaitAsync(CancellationToken cancellationToken)
    {
        await ((Task)_first.Task.WaitAsync(cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _first.Task.IsCompleted ? await _first.Task : null;
    }

    /// <summary>Requests the stop as a first signal does.</summary>
    public void Request() => IsRequest(PosixSignal.SIGTERM);

    public void Dispose()
    {
        _ended.Set();
        Array.ForEach(_registrations, registration => registration.Dispose());
        _requested.Dispose();
    }

    /// <summary>Takes note of a signal. The system's default action follows unless this cancels it.</summary>
    internal void OnSignal(PosixSignalContext context)
    {
        if (IsRequest(context.Signal))
        {
            context.Cancel = true;
        }
        else
        {
            _errors.WriteLine(LocalizedText.Of("startup.second_signal").InEveryLanguage(" / "));
            return;
        }

        // Windows ends the process when the handler of a closed window or of a shutdown returns.
        if (OperatingSystem.IsWindows() && context.Signal is (PosixSignal.SIGHUP or PosixSignal.SIGTERM))
        {
            _ended.Wait();
        }
    }

    private bool IsRequest(PosixSignal signal)
    {
        lock (_lock)
        {
            if (_first.TrySetResult(signal))
            {
                _firstAt = _timeProvider.GetTimestamp();
                _ = _requested.CancelAsync();
                return true;
            }

            // A terminal that closes sends SIGHUP by the kernel and by the shell; systemd can send it right after SIGTERM.
            return signal == PosixSignal.SIGHUP || _timeProvider.GetElapsedTime(_firstAt) < DuplicateWindow;
        }
    }
}
