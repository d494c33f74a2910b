using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Errors;

namespace Phira.PluginService.PluginRoutes;

/// <summary>Sends the messages of a stream to one reader, as server-sent events, for as long as both are there.</summary>
internal sealed class StreamAnswer
{
    // As many as are written before the connection has to take them.
    private const int Batch = 32;

    // Places come free slowly.
    private const int PlaceRetrySeconds = 10;

    private static readonly string Methods = $"{HttpMethods.Get}, {HttpMethods.Options}";
    private static readonly ReadOnlyMemory<byte> Beginning = "retry: 3000\n\n"u8.ToArray();

    private readonly IPluginStreams _streams;
    private readonly RouteCallers _callers;
    private readonly LastingAccess _access;
    private readonly TimeProvider _timeProvider;

    public StreamAnswer(IPluginStreams streams, RouteCallers callers, LastingAccess access, IHostApplicationLifetime lifetime, TimeProvider timeProvider)
    {
        (_streams, _callers, _access, _timeProvider) = (streams, callers, access, timeProvider);

        // The web server waits for open requests when it stops.
        lifetime.ApplicationStopping.Register(streams.CloseAll);
    }

    /// <summary>Answers a request for a stream.</summary>
    public async Task AnswerAsync(HttpContext context, PluginAddress target, string? ticketHolder)
    {
        var name = target.Path[ReservedPaths.StreamPrefix.Length..];
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsOptions(context.Request.Method))
        {
            context.Response.Headers.Allow = Methods;
            await ProblemWriter.WriteAsync(context, new Error(ApiErrors.MethodNotAllowed, context.Request.Method));
            return;
        }

        var found = _streams.Find(target.Plugin, name);
        if (!found.IsSuccess)
        {
            await RetryAfter.AnswerAsync(context, found.Error, _timeProvider.GetUtcNow());
            return;
        }

        if (HttpMethods.IsOptions(context.Request.Method))
        {
            CrossOrigin.AnswerOptions(context, Methods);
            return;
        }

        if (await _callers.FindAsync(context, found.Value, target, ticketHolder) is not { } caller)
        {
            return;
        }

        var lastEventId = context.Request.Headers["Last-Event-ID"];
        var opened = _streams.Open(
            target.Plugin, name, found.Value, context.Connection.RemoteIpAddress, lastEventId.Count == 0 ? null : lastEventId.ToString());
        if (!opened.IsSuccess)
        {
            await RetryAfter.AnswerAsync(context, opened.Error, _timeProvider.GetUtcNow(), PlaceRetrySeconds);
            return;
        }

        using var reading = opened.Value;
        _access.Add(reading, caller.IsStillAllowed, reading.End);
        try
        {
            await SendAsync(context, reading, caller);
        }
        finally
        {
            _access.Remove(reading);
        }
    }

    private static async Task SendAsync(HttpContext context, IStreamReading reading, PluginCaller caller)
    {
        reading.Dropped += context.Abort;
        await using var gone = context.RequestAborted.Register(reading.End);
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";

        // nginx would keep messages until it has enough of them.
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var messages = ArrayPool<ReadOnlyMemory<byte>>.Shared.Rent(Batch);
        try
        {
            response.BodyWriter.Write(Beginning.Span);
            await response.BodyWriter.FlushAsync(context.RequestAborted);
            while (await reading.WaitAsync() && caller.IsStillAllowed())
            {
                var count = reading.Take(messages.AsSpan(0, Batch));
                for (var index = 0; index < count; index++)
                {
                    response.BodyWriter.Write(messages[index].Span);
                }

                if (count > 0)
                {
                    await response.BodyWriter.FlushAsync(context.RequestAborted);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has gone, or was too slow.
        }
        finally
        {
            ArrayPool<ReadOnlyMemory<byte>>.Shared.Return(messages, clearArray: true);
        }
    }
}
