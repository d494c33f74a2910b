using Microsoft.AspNetCore.SignalR;
using Phira.PluginService.Auth;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Errors;
using Phira.PluginService.Http;

namespace Phira.PluginService.Hubs;

/// <summary>
/// Pushes <c>metrics</c> and <c>health</c> each second and <c>pluginChanged</c> at once (see <see cref="ILiveClient"/>). The query
/// parameter <c>lang</c> chooses the language. Browsers call nothing here: changes are made over REST.
/// </summary>
internal sealed class LiveHub(LiveFeed feed, LastingAccess access, SessionStore sessions) : Hub<ILiveClient>
{
    public const string Path = ServicePaths.Hubs + "/live";

    public override Task OnConnectedAsync()
    {
        feed.Add(Context.ConnectionId, FindLanguage(Context.GetHttpContext()), Context.ConnectionAborted);
        if (Context.User?.FindFirst(SessionStore.SessionClaim) is { } session)
        {
            access.Add(Context.ConnectionId, () => sessions.IsOpen(session.Value), Context.Abort);
        }

        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        access.Remove(Context.ConnectionId);
        return feed.RemoveAsync(Context.ConnectionId);
    }

    private static Language FindLanguage(HttpContext? context) =>
        context is null ? Language.Chinese
        : RequestLanguage.Find(context.Request, context.Request.Query["lang"]) ?? RequestLanguage.Of(context.Request);
}
