using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd.Gallery;

/// <summary>The part of a OneBot implementation that bots call, over real HTTP.</summary>
internal sealed class OneBotStandIn : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly Channel<(string? Authorization, JsonNode Body)> _messages = Channel.CreateUnbounded<(string?, JsonNode)>();

    private OneBotStandIn(WebApplication server) => _server = server;

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port => new Uri(_server.Urls.Single()).Port;

    /// <summary>Groups whose messages it does not take.</summary>
    public IReadOnlySet<long> Refused { get; set; } = new HashSet<long>();

    /// <summary>The status of its other answers.</summary>
    public int Status { get; set; } = StatusCodes.Status200OK;

    public static async Task<OneBotStandIn> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        var standIn = new OneBotStandIn(builder.Build());
        standIn._server.Run(standIn.AnswerAsync);
        await standIn._server.StartAsync(TestContext.Current.CancellationToken);
        return standIn;
    }

    /// <summary>Waits for a message to a group that contains a text; those before it are skipped.</summary>
    public async Task<string> SentAsync(long group, string text, string? authorization)
    {
        using var limit = new CancellationTokenSource(Eventually.Patience, TimeProvider.System);
        while (true)
        {
            var (sentBy, body) = await _messages.Reader.ReadAsync(limit.Token);
            var message = (string)body["message"]!;
            if ((long)body["group_id"]! == group && message.Contains(text, StringComparison.Ordinal))
            {
                Assert.Equal(authorization, sentBy);
                return message;
            }
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        if (context.Request.Path == "/send_group_msg")
        {
            var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            if (Refused.Contains((long)body!["group_id"]!))
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
            }

            await _messages.Writer.WriteAsync(((string?)context.Request.Headers.Authorization, body), context.RequestAborted);
        }
    }
}
