using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Composition;
using Phira.PluginService.Configuration;
using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Crashes;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Sessions;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Core.Web;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.Hosting;
using Phira.PluginService.Hubs;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Storage.Opening;
using Phira.PluginService.Testing;
using Phira.PluginService.Testing.Fakes;

namespace Phira.PluginService.Tests.Support;

/// <summary>The real service in memory, over fakes of the ports that the game server, the plugins and the storage implement.</summary>
internal sealed class TestService : WebApplicationFactory<Program>
{
    public const string Token = "the-admin-token-of-this-test-0123456789";

    private readonly Dictionary<string, string> _settings;
    private bool _listens;

    /// <summary>Creates the service.</summary>
    /// <param name="settings">Keys of the configuration and their values as text, for example <c>http.port</c>.</param>
    public TestService(params IEnumerable<KeyValuePair<string, string>> settings)
    {
        _settings = new Dictionary<string, string>(settings);
        _settings.TryAdd("auth.admin_token", Token);
        _settings.TryAdd("storage.data_directory", Data.Path);
    }

    public TemporaryDirectory Data { get; init; } = new();

    public FakePlugins Plugins { get; } = new();

    public FakeGame Game { get; } = new();

    public FakeModeration Moderation { get; } = new();

    public FakePlatform Platform { get; } = new();

    public FakeAudit Audit { get; } = new();

    public FakeStorageHealth Storage { get; } = new();

    public FakeSessions Sessions { get; } = new();

    /// <summary>Whether sessions are kept in a real database in <see cref="Data"/>.</summary>
    public bool KeepsSessions { get; init; }

    /// <summary>The languages that callers can be answered in.</summary>
    public LanguageSet Languages { get; set; } = LanguageSet.Embedded;

    public FakeCommands Commands { get; } = new();

    public FakeRoutes Routes { get; } = new();

    public FakeStreams Streams { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public FakeLogCollector Logs { get; } = FakeLogCollector.Create(new FakeLogCollectorOptions());

    public StringWriter Output { get; } = new();

    /// <summary>The address that requests seem to come from.</summary>
    public IPAddress? RemoteAddress { get; set; } = IPAddress.Loopback;

    /// <summary>A caller without token who prefers English and keeps no cookies.</summary>
    public ApiClient Anonymous(string language = "en")
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return new ApiClient(client);
    }

    /// <summary>A caller with the admin token.</summary>
    public ApiClient Admin(string language = "en") => Anonymous(language).With("Authorization", $"Bearer {Token}");

    /// <summary>Listens on a real port of this machine instead of in memory; before anything else is asked of the service.</summary>
    /// <returns>The port.</returns>
    public int Listen()
    {
        if (!_listens)
        {
            _listens = true;
            UseKestrel();
            StartServer();
        }

        return Services.GetRequiredService<ListeningPorts>().Http!.Value;
    }

    /// <summary>A connection to the hub, not started.</summary>
    public HubConnection Hub(string query = "", string? token = Token) =>
        Hub(query, token is null ? [] : [new("Authorization", $"Bearer {token}")]);

    /// <summary>A connection to the hub as a page of ours opens it, not started.</summary>
    public HubConnection HubOfBrowser(string cookie) => Hub("", [new("Cookie", cookie), new("Sec-Fetch-Site", "same-origin")]);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Data.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.ConfigureLogging(logging =>
        {
            logging.ClearProviders();
            logging.AddProvider(new FakeLoggerProvider(Logs));
            logging.Services.Configure<LoggerFilterOptions>(options =>
            {
                options.Rules.Clear();
                options.MinLevel = LogLevel.Trace;
            });
        });
        builder.ConfigureTestServices(services =>
        {
            LeaveOutModules(services);
            services.Replace(ServiceDescriptor.Singleton(Configure()));
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Replace(ServiceDescriptor.Singleton(Languages));
            services.Replace(ServiceDescriptor.Singleton(new StartupOutput(Output, IsKept: false)));
            services.Replace(ServiceDescriptor.Singleton<IPluginManager>(Plugins));
            services.Replace(ServiceDescriptor.Singleton<IPluginStore>(Plugins));
            services.Replace(ServiceDescriptor.Singleton<IPluginLog>(Plugins));
            services.Replace(ServiceDescriptor.Singleton<IGameQueries>(Game));
            services.Replace(ServiceDescriptor.Singleton<IGameServerStatus>(Game));
            services.Replace(ServiceDescriptor.Singleton<IGameDrain>(Game));
            services.Replace(ServiceDescriptor.Singleton<IBans>(Moderation));
            services.Replace(ServiceDescriptor.Singleton<IServerSettings>(Moderation));
            services.Replace(ServiceDescriptor.Singleton<IGameCommands>(Moderation));
            services.Replace(ServiceDescriptor.Singleton<IRoomCommands>(Moderation));
            services.Replace(ServiceDescriptor.Singleton<IAuditLog>(Audit));
            services.Replace(ServiceDescriptor.Singleton<IStorageHealth>(Storage));
            services.Replace(ServiceDescriptor.Singleton<IPluginPermissions>(Platform));
            services.Replace(ServiceDescriptor.Singleton<IPluginPackages>(Platform));
            services.Replace(ServiceDescriptor.Singleton<IPluginGallery>(Platform));
            services.Replace(ServiceDescriptor.Singleton<IPluginLimits>(Platform));
            services.Replace(ServiceDescriptor.Singleton<ICrashReportStore>(Platform));
            services.Replace(ServiceDescriptor.Singleton<ICommandRegistry>(Commands));
            services.Replace(ServiceDescriptor.Singleton<IPluginRoutes>(Routes));
            services.Replace(ServiceDescriptor.Singleton<IPluginFiles>(Routes));
            services.Replace(ServiceDescriptor.Singleton<IPluginStreams>(Streams));
            services.AddSingleton<IStartupFilter>(new RemoteAddressFilter(this));

            // The server's own limit follows the real clock.
            services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MinRequestBodyDataRate = null);
        });
    }

    // The game server and the plugin platform are registered by their own assemblies; nothing of them may start here.
    private void LeaveOutModules(IServiceCollection services)
    {
        foreach (var hosted in services.Where(IsHostedByModule).ToList())
        {
            services.Remove(hosted);
        }

        if (!KeepsSessions)
        {
            services.Replace(ServiceDescriptor.Singleton<IStorageStartup>(new NoStorage()));
            services.Replace(ServiceDescriptor.Singleton<IBrowserSessionStore>(Sessions));
        }
    }

    private static bool IsHostedByModule(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && service.ImplementationFactory?.Method.DeclaringType?.Assembly is { } assembly
        && (assembly == typeof(GameServerOptions).Assembly || assembly == typeof(PluginsOptions).Assembly);

    private HubConnection Hub(string query, IReadOnlyList<KeyValuePair<string, string>> headers) => new HubConnectionBuilder()
        .WithUrl(
            new Uri(Server.BaseAddress, LiveHub.Path + query),
            options =>
            {
                options.HttpMessageHandlerFactory = _ => Server.CreateHandler();
                options.WebSocketFactory = async (context, cancellation) =>
                {
                    var socket = Server.CreateWebSocketClient();
                    socket.ConfigureRequest = request =>
                    {
                        foreach (var (name, value) in headers)
                        {
                            request.Headers[name] = value;
                        }
                    };
                    return await socket.ConnectAsync(context.Uri, cancellation);
                };
                foreach (var (name, value) in headers)
                {
                    options.Headers[name] = value;
                }
            })
        .Build();

    private ServiceConfiguration Configure()
    {
        var reading = new SettingsReading(ServiceSettings.Catalog);
        foreach (var (key, text) in _settings)
        {
            reading.SetText(ServiceSettings.Catalog.Find(key) ?? throw new KeyNotFoundException($"There is no setting {key}."), text, key);
        }

        Assert.Empty(reading.Problems);
        return new ServiceConfiguration(ServiceSettings.Catalog, reading.Values, Demo: false);
    }

    private sealed class RemoteAddressFilter(TestService service) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Connection.RemoteIpAddress = service.RemoteAddress;
                return following(context);
            });
            next(app);
        };
    }
}
