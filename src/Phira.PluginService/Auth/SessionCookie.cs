using Phira.PluginService.Http;

namespace Phira.PluginService.Auth;

/// <summary>The cookie that names a browser's session.</summary>
internal sealed class SessionCookie(PublicAddress address)
{
    public const string Name = "phira_session";

    public static string? Read(HttpRequest request) => request.Cookies[Name];

    public void Write(HttpContext context, string id) => context.Response.Cookies.Append(Name, id, Options(context, SessionStore.Lifetime));

    public void Remove(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, lifetime: null));

    private CookieOptions Options(HttpContext context, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = address.IsHttps(context.Request),
        Path = address.PathBase.Length == 0 ? "/" : address.PathBase,
        MaxAge = lifetime,
        IsEssential = true,
    };
}
