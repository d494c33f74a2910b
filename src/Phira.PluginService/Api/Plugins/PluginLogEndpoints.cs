using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Phira.PluginService.Api.Documentation;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Api.Plugins;

/// <summary>Finds and hands out the lines that plugins wrote.</summary>
internal static class PluginLogEndpoints
{
    private const int DefaultLines = 200;
    private const int FlushedCharacters = 64 * 1024;
    private const string PlainText = "text/plain";

    public static void MapPluginLog(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/plugins/{name}/log").WithTags(PluginsEndpoints.Tag);
        group.MapGet("", SearchAsync)
            .WithName("ListPluginLog")
            .WithSummary("Lists the newest lines of the plugin's log that pass a filter, newest last.")
            .WithDescription("Levels, texts and times narrow the lines; everything that is kept can be downloaded as text.")
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
        group.MapGet("/download", Download)
            .WithName("DownloadPluginLog")
            .WithSummary("Downloads everything that is kept of the plugin's log as text, oldest line first.")
            .WithDescription("The download is streamed and may be large.")
            .Produces<string>(StatusCodes.Status200OK, PlainText)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<LogPageResponse>, Problem>> SearchAsync(
        [AsParameters] PluginLogRequest request, IPluginManager plugins, IPluginLog log, CancellationToken cancellationToken)
    {
        var plugin = plugins.Lookup(request.Name);
        if (!plugin.IsSuccess)
        {
            return new Problem(plugin.Error);
        }

        var query = new PluginLogQuery
        {
            Before = request.Before,
            Text = string.IsNullOrEmpty(request.Text) ? null : request.Text,
            Least = request.Level?.Level ?? PluginLogLevel.Trace,
            From = request.From,
            Until = request.Until,
            Count = request.Count ?? DefaultLines,
        };
        var page = await log.SearchAsync(plugin.Value.Name, query, cancellationToken);
        return TypedResults.Ok(new LogPageResponse([.. page.Lines.Select(LogLineResponse.From)], page.NextBefore));
    }

    private static Results<PushStreamHttpResult, Problem> Download(PluginName name, IPluginManager plugins, IPluginLog log, HttpContext context)
    {
        var plugin = plugins.Lookup(name);
        return plugin.IsSuccess
            ? TypedResults.Stream(
                output => WriteAsync(log.ReadAllAsync(plugin.Value.Name, context.RequestAborted), output, context.RequestAborted),
                $"{PlainText}; charset=utf-8",
                $"{plugin.Value.Name}.log")
            : new Problem(plugin.Error);
    }

    private static async Task WriteAsync(IAsyncEnumerable<PluginLogLine> lines, Stream output, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            text.Append($"{line.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {line.Level.ToString().ToLowerInvariant(),-5} {OneLine.Of(line.Message)}");
            foreach (var (key, value) in line.Fields)
            {
                text.Append($" {OneLine.Of(key)}={OneLine.Of(value)}");
            }

            text.Append('\n');
            if (text.Length > FlushedCharacters)
            {
                await FlushAsync();
            }
        }

        await FlushAsync();

        async Task FlushAsync()
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
            text.Clear();
        }
    }
}
