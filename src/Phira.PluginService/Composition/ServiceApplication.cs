using FluentValidation;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Phira.PluginService.Api;
using Phira.PluginService.Api.Bans;
using Phira.PluginService.Audit;
using Phira.PluginService.Auth;
using Phira.PluginService.Configuration;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Demo;
using Phira.PluginService.Errors;
using Phira.PluginService.Hosting;
using Phira.PluginService.Http;
using Phira.PluginService.Hubs;
using Phira.PluginService.Logging;
using Phira.PluginService.Memory;
using Phira.PluginService.OpenApi;
using Phira.PluginService.PluginRoutes;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Supervision;
using Phira.PluginService.Telemetry;

namespace Phira.PluginService.Composition;

/// <summary>Puts the service together: what there is, and in which order a request passes through it.</summary>
internal static class ServiceApplication
{
    /// <summary>Registers everything; nothing is created yet.</summary>
    /// <param name="demo">The simulated world; null without <c>--demo</c>.</param>
    /// <param name="requestStop">Requests an orderly stop of the process.</param>
    public static WebApplicationBuilder CreateBuilder(
        string[] args, ServiceConfiguration configuration, DemoWorld? demo, StartupProgress progress, Action requestStop)
    {
        // Settings come from phira.toml, the environment and the command line. The other builders also watch an appsettings.json, which
        // needs an inotify instance and aborts the process where the system has none left.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            Args = args,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.Configuration.Sources.Clear();
        var openTelemetry = OpenTelemetryVariables.Read();
        builder.Configuration.AddInMemoryCollection(openTelemetry.Values);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Logging.AddServiceLogging();
        builder.WebHost.UseKestrelCore();
        builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);
        builder.Services.AddSingleton(progress);
        builder.Services.AddSupervision(requestStop);
        AddServices(builder.Services, configuration);
        builder.Services.AddTelemetry(configuration, openTelemetry);
        if (demo is not null)
        {
            builder.Services.AddDemo(demo);
        }

        return builder;
    }

    /// <summary>Creates the application; its settings have been checked.</summary>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        UsePipeline(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, ServiceConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new StartupOutput(Console.Out, StandardOutput.IsJournal));
        services.AddSingleton<Announcements>();
        services.AddSingleton(configuration);
        services.AddSingleton(LanguageSet.Embedded);
        services.AddSingleton(provider => new ServiceMode(provider.GetRequiredService<ServiceConfiguration>().Demo));
        services.AddSingleton(provider => new DataDirectory(provider.GetRequiredService<IOptions<StorageOptions>>().Value.DataDirectory));
        services.AddSingleton<AccessRights>();
        services.AddSingleton<SamplePlugins>();
        services.AddSingleton<ServiceInfo>();
        services.AddSingleton<ServiceReadiness>();
        services.AddSingleton<ListeningPorts>();
        services.AddSingleton<DashboardLink>();
        services.AddHostedService<StartupAnnouncer>();
        services.AddModules();
        services.AddWebServer();
        services.AddAdminAuth();
        services.AddPluginRoutes();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<BanSafeguard>();
        services.AddValidatorsFromAssemblyContaining<ServiceInfo>(ServiceLifetime.Singleton, includeInternalTypes: true);
        services.AddLiveHub();
        services.AddApiDocument();
        services.AddSingleton<IProcessHeap, ProcessHeap>();
        services.AddHostedService<IdleHeapCollector>();
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseTrustedProxies();
        app.UsePathBase(app.Services.GetRequiredService<PublicAddress>().PathBase);
        app.UseMiddleware<TicketConcealer>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(StatusPages.WriteAsync);
        app.UseMiddleware<HostGate>();
        app.UseMiddleware<PluginRouter>();
        app.UseDashboardFiles();
        app.UseApiDocument();
        app.UseRouting();
        app.UseDashboardPage();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<CharsetGate>();
        app.MapApi();
        app.MapHub<LiveHub>(LiveHub.Path).RequireAuthorization();
        app.MapPrometheus().RequireAuthorization(MetricsReaderRequirement.Policy);
    }
}
