using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;
using Phira.PluginService.Core.Web;

namespace Phira.PluginService.PluginRoutes;

/// <summary>Sends the files that plugins bring along, with ranges and conditional requests as for any file.</summary>
internal sealed class StaticFileAnswer(IPluginFiles files)
{
    private const string IndexName = "index.html";
    private const string DefaultType = "application/octet-stream";

    private static readonly FileExtensionContentTypeProvider Types = new() { Mappings = { [".mjs"] = "text/javascript", [".wasm"] = "application/wasm" } };

    /// <summary>Whether there is a file, or a folder with an index.</summary>
    public bool Exists(PluginAddress target) => files.Exists(target.Plugin, PathOf(target)) || HasIndex(target);

    /// <summary>Answers with a file.</summary>
    /// <param name="isPrivate">Whether no cache may keep the file.</param>
    /// <returns>False when there is no such file; then nothing is answered.</returns>
    public async Task<bool> TryAnswerAsync(HttpContext context, PluginAddress target, bool isPrivate)
    {
        if (files.Open(target.Plugin, PathOf(target)) is { } file)
        {
            await SendAsync(context, file, isPrivate);
            return true;
        }

        if (!HasIndex(target))
        {
            return false;
        }

        // Links in the index of a folder are relative to the folder. The name of the folder alone is enough, and gives no ticket away.
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location = $"{Uri.EscapeDataString(target.Path[(target.Path.LastIndexOf('/') + 1)..])}/{context.Request.QueryString}";
        return true;
    }

    private bool HasIndex(PluginAddress target) => files.Exists(target.Plugin, $"{target.Path}/{IndexName}");

    private static string PathOf(PluginAddress target) => target.Path.EndsWith('/') ? target.Path + IndexName : target.Path;

    private static Task SendAsync(HttpContext context, PluginFile file, bool isPrivate)
    {
        context.Response.Headers.CacheControl = isPrivate ? "no-store" : "no-cache";
        return Results
            .Stream(file.Content, TypeOf(file.Name), fileDownloadName: null, file.ModifiedAt,
                new EntityTagHeaderValue($"\"{file.Tag}\""), enableRangeProcessing: true)
            .ExecuteAsync(context);
    }

    private static string TypeOf(string name)
    {
        var type = Types.TryGetContentType(name, out var known) ? known : DefaultType;
        return type.StartsWith("text/", StringComparison.Ordinal) || type is "application/json" or "image/svg+xml" ? $"{type}; charset=utf-8" : type;
    }
}
