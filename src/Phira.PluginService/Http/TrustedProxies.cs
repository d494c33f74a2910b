using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Settings;

namespace Phira.PluginService.Http;

/// <summary>Takes the real address and scheme of a request from the headers of trusted proxies, and of nobody else.</summary>
internal static class TrustedProxies
{
    private static readonly string[] OwnHeaders =
    [
        ForwardedHeadersDefaults.XOriginalForHeaderName,
        ForwardedHeadersDefaults.XOriginalHostHeaderName,
        ForwardedHeadersDefaults.XOriginalProtoHeaderName,
        ForwardedHeadersDefaults.XOriginalPrefixHeaderName,
    ];

    public static IServiceCollection AddTrustedProxies(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<HttpOptions>>((forwarded, http) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;

            // Each proxy of a chain adds its predecessor: follow the chain to the first address that is not trusted.
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var text in http.Value.TrustedProxies)
            {
                forwarded.KnownIPNetworks.Add(NetworkText.Parse(text));
            }
        });
        return services;
    }

    public static void UseTrustedProxies(this WebApplication app)
    {
        // These tell the rest of the service that the real address was found out: a client must not be able to send them.
        app.Use((context, next) =>
        {
            foreach (var name in OwnHeaders)
            {
                context.Request.Headers.Remove(name);
            }

            return next(context);
        });
        if (app.Services.GetRequiredService<IOptions<HttpOptions>>().Value.TrustedProxies.Count > 0)
        {
            // Without a known proxy the middleware believes everybody.
            app.UseForwardedHeaders();
        }
    }
}
