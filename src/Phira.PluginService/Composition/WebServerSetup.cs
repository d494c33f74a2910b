using System.Net;
using System.Net.Security;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Options;
using Phira.PluginService.Configuration;
using Phira.PluginService.Connections;
using Phira.PluginService.Errors;
using Phira.PluginService.Http;
using Phira.PluginService.Serialization;

namespace Phira.PluginService.Composition;

/// <summary>Registers the web server and how it speaks JSON.</summary>
internal static class WebServerSetup
{
    private const long LargestBody = 1024 * 1024;

    // A browser sends its headers at once: a client that takes longer only holds a connection.
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(60);

    public static IServiceCollection AddWebServer(this IServiceCollection services)
    {
        services.AddRoutingCore();
        services.AddSettings<HttpOptions>();
        services.AddSingleton<IValidateOptions<HttpOptions>, HttpOptionsValidator>();
        services.AddSingleton<PublicAddress>();
        services.AddTrustedProxies();
        services.AddSingleton<HttpConnectionLimiter>();
        services.AddSingleton<ServerCertificate>();
        services.AddHostedService(provider => provider.GetRequiredService<ServerCertificate>());
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<HttpOptions>, HttpConnectionLimiter, ServerCertificate>(Listen);
        services.ConfigureHttpJsonOptions(options =>
        {
            ApiJson.Configure(options.SerializerOptions);
            options.SerializerOptions.Converters.Add(new RequestTextConverter());
            options.SerializerOptions.Converters.Add(new RequestJsonConverter());
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddExceptionHandler<ApiExceptionHandler>();
        return services;
    }

    private static void Listen(KestrelServerOptions kestrel, IOptions<HttpOptions> http, HttpConnectionLimiter limiter, ServerCertificate certificate)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
        kestrel.Limits.KeepAliveTimeout = IdleTimeout;
        kestrel.Listen(IPAddress.Parse(http.Value.Address), http.Value.Port, listen =>
        {
            // Before TLS: a handshake that never ends holds a connection as well.
            listen.Use(next => connection => limiter.RunAsync(connection, next));
            if (certificate.IsConfigured)
            {
                certificate.Load();
                listen.UseHttps(new TlsHandshakeCallbackOptions
                {
                    HandshakeTimeout = HeadersTimeout,
                    OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificateContext = certificate.Current }),
                });
            }
        });
    }
}
