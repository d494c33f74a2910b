using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Limits;
using Phira.PluginService.Sandbox.Memory;
using Phira.PluginService.Sandbox.Platform;

namespace Phira.PluginService.Plugins.Actors;

/// <summary>
/// The thread of one instance: it creates the instance, makes every call into it one after the other, and disposes it. Nobody else
/// touches it, so a call can never come in while another runs, and the store is never disposed inside one.
/// </summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The thread disposes it when it ends.")]
internal sealed partial class PluginActor
{
    // Host functions run on this thread, on top of the guest's stack.
    private const int HostStack = 2 * 1024 * 1024;

    private readonly IActorGuest _guest;
    private readonly long _stackSize;
    private readonly ISignalStack _signalStack;
    private readonly ILogger _logger;
    private readonly ConcurrentQueue<WorkItem> _control = new();
    private readonly AutoResetEvent _wake = new(initialState: false);
    private readonly TaskCompletionSource<Result> _created = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private WasmInstance? _instance;
    private TimeSpan? _deadline;
    private Mailbox? _serving;
    private WorkItem? _current;
    private Error? _closed;
    private int _lost;

    /// <param name="stackSize">The guest's stack limit in bytes.</param>
    /// <param name="signalStack">The stack on which the thread handles signals.</param>
    public PluginActor(IActorGuest guest, long stackSize, ISignalStack signalStack, ILogger logger) =>
        (_guest, _stackSize, _signalStack, _logger) = (guest, stackSize, signalStack, logger);

    /// <summary>Completes when the instance exists, or with the reason why not.</summary>
    public Task<Result> Created => _created.Task;

    /// <summary>Completes when the instance is gone and the thread ends.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Whether the instance is lost or was ended.</summary>
    public bool IsLost => Volatile.Read(ref _closed) is not null;

    /// <summary>The instance's memory account; null before it exists.</summary>
    public MemoryAccount? Memory => Volatile.Read(ref _instance)?.Memory;

    /// <summary>Starts the thread; it creates the instance at once.</summary>
    public void Start() =>
        new Thread(Run, checked((int)_stackSize + HostStack)) { IsBackground = true, Name = $"plugin {_guest.Context.Plugin}" }.Start();

    /// <summary>Makes a call after those asked for before. It answers with an error once the instance is lost.</summary>
    public Task<Result<T>> RunAsync<T>(Func<Result<T>> call)
    {
        var item = new ControlItem<T>(call);
        _control.Enqueue(item);
        if (Volatile.Read(ref _closed) is { } closed)
        {
            item.Fail(closed);
        }

        Wake();
        return item.Answer;
    }

    /// <summary>Begins to take work from a mailbox.</summary>
    public void Serve(Mailbox mailbox)
    {
        Volatile.Write(ref _serving, mailbox);
        mailbox.Attach(_guest.Context, Wake);
        _guest.OnServing(mailbox);
    }

    /// <summary>Takes no more work from the mailbox.</summary>
    /// <returns>Completes when the piece under way is done, or the instance lost.</returns>
    public Task PauseAsync()
    {
        Interlocked.Exchange(ref _serving, null)?.Detach();
        return RunAsync(() => (Result<bool>)true);
    }

    /// <summary>Gives the call under way, and all later ones together, no more than this much longer.</summary>
    public void CutDeadline(TimeSpan time)
    {
        lock (_lock)
        {
            _deadline = time;
            _instance?.Budget.Cut(time);
        }
    }

    /// <summary>Ends the thread after the piece under way. The instance is disposed there.</summary>
    /// <param name="reason">The error for those who still wait.</param>
    public void End(Error reason) => Close(reason);

    private void Wake()
    {
        try
        {
            _wake.Set();
        }
        catch (ObjectDisposedException)
        {
            // The thread has ended meanwhile; nothing is left to wake.
        }
    }

    private void Run()
    {
        try
        {
            using var signals = _signalStack.Enlarge();
            using var guest = _guest;
            var created = guest.Create(OnBegun);
            if (!created.IsSuccess)
            {
                Close(created.Error);
                _created.TrySetResult(created.Error);
                return;
            }

            _created.TrySetResult(Result.Success);
            Work();
        }
        catch (Exception exception)
        {
            Log.ThreadFailed(_logger, _guest.Context.Plugin.Value, exception);
            var error = new Error(FaultErrors.HostFault, "thread");
            _created.TrySetResult(error);
            Volatile.Read(ref _current)?.Fail(error);
            Lose(new GuestFault(FaultKind.Host, error, null, exception.ToString()), Volatile.Read(ref _current));
        }
        finally
        {
            _ended.TrySetResult();
            _wake.Dispose();
        }
    }

    private void OnBegun(WasmInstance instance)
    {
        instance.Overdue += OnOverdue;
        lock (_lock)
        {
            Volatile.Write(ref _instance, instance);
            if (_deadline is { } time)
            {
                instance.Budget.Cut(time);
            }
        }
    }

    private void Work()
    {
        var context = _guest.Context;
        while (Volatile.Read(ref _closed) is null)
        {
            if (Next() is not { } item)
            {
                _wake.WaitOne();
                continue;
            }

            Volatile.Write(ref _current, item);
            context.Origin = item.Origin;
            context.Deadline = item.Deadline;
            context.LastFault = null;
            item.Execute(_guest);
            Volatile.Write(ref _current, null);
            if (_guest.IsLost)
            {
                Lose(context.LastFault!, item);
                return;
            }

            context.EndWork();
        }
    }

    private WorkItem? Next() =>
        _control.TryDequeue(out var control) ? control : Volatile.Read(ref _serving)?.Take();

    private void OnOverdue()
    {
        // The guest sleeps in a system call that cannot be interrupted: leave the thread to it and continue without. When it ever comes
        // back, the loop sees that it is closed and disposes the instance.
        var error = new Error(FaultErrors.LimitExceeded, LimitNames.MaxExecutionTime, LocalizedText.Of("fault.blocking_call"));
        var stuck = Volatile.Read(ref _current);
        ThreadPool.UnsafeQueueUserWorkItem(
            _ =>
            {
                var fault = new GuestFault(FaultKind.Limit, error, LimitNames.MaxExecutionTime, "blocked outside guest code");
                Lose(fault, stuck);
                stuck?.Abandon(fault);
                _created.TrySetResult(error);
                _ended.TrySetResult();
            },
            null);
    }

    private void Lose(GuestFault fault, WorkItem? during)
    {
        // The operation that waited for the call may have ended the actor already; the fault is reported nevertheless.
        Close(fault.Error);
        if (Interlocked.Exchange(ref _lost, 1) == 0)
        {
            _guest.OnFault(fault, during);
        }
    }

    private void Close(Error reason)
    {
        lock (_lock)
        {
            if (_closed is not null)
            {
                return;
            }

            Volatile.Write(ref _closed, reason);
        }

        while (_control.TryDequeue(out var waiting))
        {
            waiting.Fail(reason);
        }

        Wake();
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4001, Level = LogLevel.Error, Message = "The thread of plugin {Plugin} failed")]
        public static partial void ThreadFailed(ILogger logger, string plugin, Exception exception);
    }
}
