using System.Threading.Channels;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Hubs;

/// <summary>
/// One connected browser with a queue of its own: a slow one loses its oldest messages and delays nobody else.
/// </summary>
internal sealed class LiveSubscriber(ILiveClient client, Language language)
{
    private const int QueueLength = 64;

    private readonly Channel<Func<ILiveClient, CancellationToken, Task>> _queue = Channel.CreateBounded<Func<ILiveClient, CancellationToken, Task>>(
        new BoundedChannelOptions(QueueLength) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public Language Language => language;

    /// <summary>Queues a message. Never waits.</summary>
    public void Enqueue(Func<ILiveClient, CancellationToken, Task> send) => _queue.Writer.TryWrite(send);

    /// <summary>Sends what is queued until the connection ends.</summary>
    public async Task RunAsync(CancellationToken connectionEnded)
    {
        try
        {
            await foreach (var send in _queue.Reader.ReadAllAsync(connectionEnded))
            {
                await send(client, connectionEnded);
            }
        }
        catch (OperationCanceledException) when (connectionEnded.IsCancellationRequested)
        {
            // The browser has gone.
        }
    }
}
