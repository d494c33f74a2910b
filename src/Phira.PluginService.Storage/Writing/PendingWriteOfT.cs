using System.Diagnostics.CodeAnalysis;
using Phira.PluginService.Storage.Model;

namespace Phira.PluginService.Storage.Writing;

[SuppressMessage("Design", "MA0048:File name must match type name", Justification = "PendingWrite.cs holds the form without a result.")]
internal sealed class PendingWrite<T>(Func<PhiraDbContext, Task<T>> write, CancellationToken cancellationToken) : PendingWrite
{
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _outcome = default!;

    public Task<T> Completion => _completion.Task;

    public override bool IsAbandoned()
    {
        if (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }

        _completion.TrySetCanceled(cancellationToken);
        return true;
    }

    public override async Task<bool> RunAsync(PhiraDbContext context)
    {
        Failure = null;
        try
        {
            _outcome = await write(context);
            return true;
        }
        catch (Exception exception)
        {
            Failure = exception;
            return false;
        }
    }

    public override void Acknowledge()
    {
        if (Failure is null)
        {
            _completion.TrySetResult(_outcome);
        }
        else
        {
            _completion.TrySetException(Failure);
        }
    }

    public override void Fail(Exception exception) => _completion.TrySetException(exception);
}
