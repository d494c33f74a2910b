namespace Phira.PluginService.Sandbox.Compilation.Workers;

/// <summary>A request that waits for a worker.</summary>
internal sealed class CompileJob(WorkerRequest request, Action<CompileCost> progress, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<WorkerAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<WorkerAnswer> Answer => _answer.Task;

    /// <summary>Whether the job was cancelled: no caller waits for the component any more.</summary>
    public bool IsCanceled => cancellationToken.IsCancellationRequested;

    /// <summary>Asks a worker, and answers the callers that wait. Never throws.</summary>
    public async Task RunAsync(CompileWorker worker)
    {
        try
        {
            _answer.TrySetResult(await worker.AskAsync(request, progress, cancellationToken));
        }
        catch (OperationCanceledException)
        {
            Cancel();
        }
        catch (Exception exception)
        {
            Fail(exception);
        }
    }

    public void Cancel() => _answer.TrySetCanceled(cancellationToken.IsCancellationRequested ? cancellationToken : new CancellationToken(canceled: true));

    public void Fail(Exception exception) => _answer.TrySetException(exception);
}
