using Microsoft.Extensions.Options;
using Phira.PluginService.Http;

namespace Phira.PluginService.Auth;

/// <summary>The cookie that names a browser's session.</summary>
internal sealed class SessionCookie : CookieBuilder
{
    public const string CookieName = "phira_session";

    private readonly PublicAddress _address;

    public SessionCookie(PublicAddress address, IOptions<AuthOptions> options)
    {
        _address = address;
        Name = CookieName;
        HttpOnly = true;
        IsEssential = true;
        MaxAge = TimeSpan.FromSeconds(options.Value.SessionLifetimeSecs);
        Path = address.PathBase.Length == 0 ? "/" : address.PathBase;
        SameSite = SameSiteMode.Strict;
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);

        // A proxy may take HTTPS off without saying so.
        options.Secure = _address.IsHttps(context.Request);
        return options;
    }
}
