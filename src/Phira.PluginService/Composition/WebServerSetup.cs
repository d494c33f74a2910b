using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Phira.PluginService.Api;
using Phira.PluginService.Configuration;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Composition;

/// <summary>Registers the web server and how it speaks JSON.</summary>
internal static class WebServerSetup
{
    private const long LargestBody = 1024 * 1024;

    public static IServiceCollection AddWebServer(this IServiceCollection services)
    {
        services.AddSettings<HttpOptions>();
        services.AddSingleton<IValidateOptions<HttpOptions>, HttpOptionsValidator>();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<HttpOptions>>((kestrel, http) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(IPAddress.Parse(http.Value.Address), http.Value.Port);
        });
        services.ConfigureHttpJsonOptions(options =>
        {
            ApiJson.Configure(options.SerializerOptions);
            options.SerializerOptions.Converters.Add(new RequestTextConverter());
        });
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddExceptionHandler<ApiExceptionHandler>();
        return services;
    }
}
