using System.Collections.Immutable;

namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>
/// The processes that compile. There is none while nothing is to be compiled: the first request starts one, a further one is started when
/// all others are busy, and one that had nothing to do for a while is ended. Requests wait in order: what is in use before what is new,
/// small before large. As many wait as there are callers, each of which has a component in its hands anyway.
/// </summary>
internal sealed class WorkerPool : IDisposable
{
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(30);

    private readonly ImmutableArray<string> _command;
    private readonly int _maximum;
    private readonly Lock _lock = new();
    private readonly PriorityQueue<CompileJob, (bool IsNew, int Bytes, long Number)> _waiting = new();
    private readonly Stack<CompileWorker> _idle = new();
    private readonly CancellationTokenSource _disposed = new();
    private readonly Timer _reaper;
    private int _busy;
    private long _number;

    /// <param name="command">The program and its arguments; empty for the program that runs now.</param>
    public WorkerPool(int maximum, ImmutableArray<string> command)
    {
        _maximum = maximum;
        _command = command;
        _reaper = new Timer(_ => EndIdle());
    }

    /// <summary>Number of requests that wait for a worker.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Number of workers that compile.</summary>
    public int Busy
    {
        get
        {
            lock (_lock)
            {
                return _busy;
            }
        }
    }

    /// <summary>Asks the next free worker.</summary>
    /// <param name="isNew">Whether the component has never run here.</param>
    /// <exception cref="OperationCanceledException">The request was cancelled, or the pool is disposed.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">No worker can be started.</exception>
    public async Task<WorkerAnswer> AskAsync(
        WorkerRequest request, bool isNew, Action<CompileCost> progress, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);
        var job = new CompileJob(request, progress, either.Token);
        await using var registration = either.Token.Register(Dispatch);
        lock (_lock)
        {
            _waiting.Enqueue(job, (isNew, request.Component.Length, _number++));
        }

        Dispatch();
        return await job.Answer;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _disposed.Cancel();
        _reaper.Dispose();
        EndIdle();
    }

    private void Dispatch()
    {
        while (TryTakeNext(out var job, out var worker))
        {
            if (job.IsCanceled)
            {
                job.Cancel();
                continue;
            }

            _ = ServeAsync(job, worker);
        }
    }

    private bool TryTakeNext(out CompileJob job, out CompileWorker? worker)
    {
        lock (_lock)
        {
            worker = null;
            RemoveCanceled();
            if (_busy >= _maximum || !_waiting.TryDequeue(out job!, out _))
            {
                job = null!;
                return false;
            }

            _busy++;
            _idle.TryPop(out worker);
            return true;
        }
    }

    // What nobody waits for any more must not keep its place, wherever in the order it stands.
    private void RemoveCanceled()
    {
        foreach (var (job, _) in _waiting.UnorderedItems.Where(item => item.Element.IsCanceled).ToList())
        {
            _waiting.Remove(job, out _, out _);
            job.Cancel();
        }
    }

    private async Task ServeAsync(CompileJob job, CompileWorker? worker)
    {
        try
        {
            worker ??= await Task.Run(() => CompileWorker.Start(_command));
            await job.RunAsync(worker);
        }
        catch (Exception exception)
        {
            job.Fail(exception);
        }

        Release(worker);
        Dispatch();
    }

    private void Release(CompileWorker? worker)
    {
        var isKept = worker is { IsReusable: true } && !_disposed.IsCancellationRequested;
        lock (_lock)
        {
            _busy--;
            if (isKept)
            {
                _idle.Push(worker!);
            }
        }

        if (isKept)
        {
            Rest();
        }
        else
        {
            worker?.Dispose();
        }
    }

    private void Rest()
    {
        try
        {
            _reaper.Change(IdleTime, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            EndIdle();
        }
    }

    private void EndIdle()
    {
        List<CompileWorker> idle;
        lock (_lock)
        {
            idle = [.. _idle];
            _idle.Clear();
        }

        idle.ForEach(worker => worker.Dispose());
    }
}
