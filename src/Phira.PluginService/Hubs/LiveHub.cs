using Microsoft.AspNetCore.SignalR;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Hubs;

/// <summary>
/// Pushes <c>metrics</c> and <c>health</c> each second and <c>pluginChanged</c> at once (see <see cref="LiveClient"/>). The query
/// parameter <c>lang</c> chooses the language. Browsers call nothing here: changes are made over REST.
/// </summary>
/// <param name="feed">The connected browsers.</param>
internal sealed class LiveHub(LiveFeed feed) : Hub
{
    public const string Path = "/hubs/live";

    public override Task OnConnectedAsync()
    {
        feed.Add(Context.ConnectionId, FindLanguage(Context.GetHttpContext()), Context.ConnectionAborted);
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception) => feed.RemoveAsync(Context.ConnectionId);

    private static Language FindLanguage(HttpContext? context)
    {
        if (context is null)
        {
            return Language.Chinese;
        }

        return RequestLanguage.Parse(context.Request.Query["lang"].ToString()) ?? RequestLanguage.Of(context.Request);
    }
}
