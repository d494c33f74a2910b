using Phira.PluginService.Auth;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Demo;
using Phira.PluginService.Hosting;
using Phira.PluginService.Storage.Opening;

namespace Phira.PluginService.Composition;

/// <summary>
/// Prepares what has to exist before anything else starts, and tells at the end where the service can be reached. The setup link goes
/// to standard output alone: it carries the admin token.
/// </summary>
/// <param name="services">Loads the admin token when it is time.</param>
internal sealed partial class StartupAnnouncer(
    DataDirectory data, IServiceProvider services, ListeningPorts ports, ServiceMode mode, Announcements announcements)
    : IHostedLifecycleService
{
    private readonly ILogger<StartupAnnouncer> _logger = services.GetRequiredService<ILogger<StartupAnnouncer>>();

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        data.Create();
        var prepared = await services.GetRequiredService<IStorageStartup>().PrepareAsync(cancellationToken);
        if (!prepared.IsSuccess)
        {
            throw new StartupException(prepared.Error);
        }

        services.GetRequiredService<AdminCredentials>();
        await services.GetRequiredService<SessionStore>().LoadAsync(cancellationToken);
        services.GetRequiredService<AccessRights>().Check();
        services.GetRequiredService<SamplePlugins>().CopyOnce();
        services.GetService<DemoPlugins>()?.Copy();
    }

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        Log.Listening(_logger, ports.Game, ports.Http);
        var credentials = services.GetRequiredService<AdminCredentials>();
        var address = services.GetRequiredService<DashboardLink>().Address;
        var text = (credentials.IsNew || mode.Demo) && !announcements.AreKept
            ? $"""
                  {LocalizedText.Of("startup.setup_link").InEveryLanguage("\n  ")}

                      {address}#token={credentials.SetupText}
                """
            : $"""
                  {LocalizedText.Of("startup.dashboard").InEveryLanguage(" / ")}: {address}
                  {LocalizedText.Of("startup.admin_token").InEveryLanguage(" / ")}: {credentials.FilePath ?? "auth.admin_token (PHIRA_AUTH__ADMIN_TOKEN)"}
                """;
        await announcements.TellAsync(text, cancellationToken);
        if (credentials.IsNew)
        {
            services.GetRequiredService<AdminCredentialsLoader>().Confirm();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1001, LogLevel.Information, "listening game={GamePort} http={HttpPort}")]
        public static partial void Listening(ILogger logger, int? gamePort, int? httpPort);
    }
}
