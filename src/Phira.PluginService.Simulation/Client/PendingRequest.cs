using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Simulation.Client;

/// <summary>A request that waits for its reply.</summary>
internal sealed class PendingRequest(ClientCommand command, long sentAt)
{
    private readonly TaskCompletionSource<ServerCommand> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ClientCommand Command { get; } = command;

    public long SentAt { get; } = sentAt;

    /// <summary>Whether the request is abandoned: a late reply has no effect.</summary>
    public bool Abandoned { get; set; }

    public Task<ServerCommand> Reply => _reply.Task;

    public void Complete(ServerCommand reply) => _reply.TrySetResult(reply);

    public void Fail(Exception exception)
    {
        _reply.TrySetException(exception);

        // A request sent without waiting has nobody to observe its failure.
        _ = _reply.Task.Exception;
    }
}
