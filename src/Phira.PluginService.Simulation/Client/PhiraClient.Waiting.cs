using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Simulation.Client;

/// <content>
/// Waiting for frames. There is one reading position: each method looks at the frames after it, those that have already come
/// included, and moves it behind what it returns. So nothing is missed between two calls, and nothing is seen twice.
/// </content>
public sealed partial class PhiraClient
{
    private const int FramesInError = 20;

    /// <summary>Waits for a frame; those before it are skipped.</summary>
    /// <exception cref="TimeoutException">It did not come within <see cref="PhiraClientOptions.WaitLimit"/>.</exception>
    /// <exception cref="IOException">The connection ended, and it did not come before.</exception>
    public Task<ServerCommand> WaitForAsync(Func<ServerCommand, bool> predicate, CancellationToken cancellationToken = default) =>
        WaitForAsync<ServerCommand>(predicate, cancellationToken);

    /// <summary>Waits for a frame of a type; those before it are skipped.</summary>
    /// <param name="predicate">Decides which frame of that type is meant; null for any.</param>
    public async Task<TFrame> WaitForAsync<TFrame>(Func<TFrame, bool>? predicate = null, CancellationToken cancellationToken = default)
        where TFrame : ServerCommand
    {
        TFrame? found = null;
        await WaitUntilAsync(() => (found = ReadUntil(predicate)) is not null, typeof(TFrame).Name, cancellationToken);
        return found!;
    }

    /// <summary>Waits for a message of a type; frames before it are skipped.</summary>
    /// <param name="predicate">Decides which message of that type is meant; null for any.</param>
    public async Task<TMessage> WaitForMessageAsync<TMessage>(
        Func<TMessage, bool>? predicate = null, CancellationToken cancellationToken = default)
        where TMessage : Message
    {
        var frame = await WaitForAsync<MessageCommand>(
            frame => frame.Message is TMessage message && (predicate is null || predicate(message)), cancellationToken);
        return (TMessage)frame.Message;
    }

    /// <summary>Waits until the copy of the room is as wanted. The reading position stays.</summary>
    /// <param name="predicate">Decides whether the room is as awaited; it is given null while there is no room.</param>
    public async Task<ClientRoom?> WaitForRoomAsync(Func<ClientRoom?, bool> predicate, CancellationToken cancellationToken = default)
    {
        ClientRoom? room = null;
        await WaitUntilAsync(() => predicate(room = _model.Room), "the room", cancellationToken);
        return room;
    }

    /// <summary>The frames after the reading position, which moves behind the last one.</summary>
    public IReadOnlyList<ServerCommand> TakeReceived()
    {
        lock (_lock)
        {
            var frames = new List<ServerCommand>();
            while (_log.TryRead(out var frame))
            {
                frames.Add(frame);
            }

            return frames;
        }
    }

    private TFrame? ReadUntil<TFrame>(Func<TFrame, bool>? predicate)
        where TFrame : ServerCommand
    {
        while (_log.TryRead(out var frame))
        {
            if (frame is TFrame candidate && (predicate is null || predicate(candidate)))
            {
                return candidate;
            }
        }

        return null;
    }

    private async Task WaitUntilAsync(Func<bool> condition, string what, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_options.WaitLimit, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (condition())
                {
                    return;
                }

                if (_model.IsClosed)
                {
                    throw new IOException($"The connection ended while waiting for {what}. {LastFrames()}");
                }

                changed = _changed.Task;
            }

            try
            {
                await changed.WaitAsync(either.Token);
            }
            catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"Waited in vain for {what}. {LastFrames()}", exception);
            }
        }
    }

    private string LastFrames() => $"Received last: {string.Join("; ", Received.TakeLast(FramesInError))}";
}
