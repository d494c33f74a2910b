using System.Net;
using System.Net.ServerSentEvents;

namespace Phira.PluginService.EndToEnd;

/// <summary>Reads a stream of events as a browser does, without connecting again.</summary>
internal sealed class EventStreamReader : IAsyncDisposable
{
    private readonly HttpClient _visitor;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private EventStreamReader(HttpClient visitor, HttpResponseMessage response, IAsyncEnumerator<SseItem<string>> items) =>
        (_visitor, Response, _items) = (visitor, response, items);

    public HttpResponseMessage Response { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<EventStreamReader> OpenAsync(RunningService service, string address, string? lastEventId = null)
    {
        var visitor = service.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var response = await visitor.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var stream = await response.Content.ReadAsStreamAsync(Stop);
        return new EventStreamReader(visitor, response, SseParser.Create(stream).EnumerateAsync(Stop).GetAsyncEnumerator(Stop));
    }

    /// <summary>Waits for the next message; null when the stream has ended.</summary>
    public async Task<SseItem<string>?> NextAsync() => await _items.MoveNextAsync() ? _items.Current : null;

    public async ValueTask DisposeAsync()
    {
        await _items.DisposeAsync();
        Response.Dispose();
        _visitor.Dispose();
    }
}
