namespace Phira.PluginService.Auth;

/// <summary>The cookie that names a browser's session.</summary>
internal static class SessionCookie
{
    public const string Name = "phira_session";

    public static string? Read(HttpRequest request) => request.Cookies[Name];

    public static void Write(HttpContext context, string id) => context.Response.Cookies.Append(Name, id, Options(context, SessionStore.Lifetime));

    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, lifetime: null));

    private static CookieOptions Options(HttpContext context, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
        MaxAge = lifetime,
        IsEssential = true,
    };
}
