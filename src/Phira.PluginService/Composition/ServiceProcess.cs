using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Extensions.Options;
using Phira.PluginService.Configuration;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Demo;
using Phira.PluginService.Hosting;
using Phira.PluginService.Http;
using Phira.PluginService.Supervision;

namespace Phira.PluginService.Composition;

/// <summary>Runs the service from start to end and turns the outcome into an exit code.</summary>
internal static partial class ServiceProcess
{
    private const int Success = 0;
    private const int Failure = 1;

    public static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = Encoding.UTF8;
        SupervisionSetup.EnterProgramDirectory();
        var loaded = ConfigurationLoader.Load(ServiceSettings.Catalog, ConfigurationSources.OfProcess(args));
        if (loaded is { Action: StartAction.MigrateConfig, Migration: { } migration, Problems.IsEmpty: true })
        {
            return await MigrateAsync(migration.Source, migration.Target);
        }

        if (loaded.Action == StartAction.Complete)
        {
            return await CommandLine.CompleteAsync(args, Console.Out);
        }

        if (loaded is { Action: not StartAction.Run, Problems.IsEmpty: true })
        {
            await Console.Out.WriteAsync(ProgramTexts.For(loaded.Action, ServiceInfo.Version));
            return Success;
        }

        return await RunAsync(args, loaded);
    }

    private static async Task<int> MigrateAsync(string source, string target)
    {
        var migrated = ConfigMigration.Run(source, target, Directory.GetCurrentDirectory(), ServiceSettings.Catalog);
        if (migrated.IsSuccess)
        {
            await Console.Out.WriteAsync(migrated.Value);
            return Success;
        }

        await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, LanguageSet.Embedded.Offered.Select(migrated.Error.Describe)));
        return Failure;
    }

    private static async Task<int> RunAsync(string[] args, ConfigurationResult loaded)
    {
        using var signals = new StopSignals(Console.Error, TimeProvider.System);
        var progress = new StartupProgress();
        await using var demo = loaded.Configuration.Demo ? await DemoWorld.StartAsync() : null;
        WebApplication? app = null;
        try
        {
            // The web server takes its settings as soon as the application is created: check them before.
            var builder = ServiceApplication.CreateBuilder(args, loaded.Configuration, demo, progress, signals.Request);
            ImmutableArray<Error> problems = [.. loaded.Problems, .. await SettingsValidation.CheckAsync(builder.Services, loaded.Configuration)];
            if (!problems.IsEmpty)
            {
                await Console.Error.WriteLineAsync(StartupFailure.Describe(ConfigurationLoader.Sum(problems)));
                return Failure;
            }

            app = ServiceApplication.Build(builder);
            var announcements = app.Services.GetRequiredService<Announcements>();
            await (loaded.Notice?.TellAsync(text => announcements.TellAsync(text, signals.Requested), app.Logger) ?? Task.CompletedTask);

            // The host cannot stop after a start that failed while it created its services: let this fail before the host starts.
            _ = app.Services.GetServices<IHostedService>();
            await app.StartAsync(signals.Requested);
            progress.Complete();
            await ServeAsync(app, signals);
            return await StopAsync(app) && !HasFault(app) ? Success : Failure;
        }
        catch (OperationCanceledException) when (!progress.HasStarted && signals.Requested.IsCancellationRequested)
        {
            return Success;
        }
        catch (Exception exception) when (!progress.HasStarted && StartupFailure.Explain(exception, DescribeHttp(app)) is { } explanation)
        {
            await Console.Error.WriteLineAsync(explanation);
            return Failure;
        }
        finally
        {
            if (app is not null)
            {
                await EndAsync(app, progress);
            }
        }
    }

    /// <summary>Serves until a signal comes or the host stops, and then until the rounds in progress have ended.</summary>
    private static async Task ServeAsync(WebApplication app, StopSignals signals)
    {
        if (await signals.WaitAsync(app.Lifetime.ApplicationStopping) is { } signal)
        {
            Log.StopRequested(app.Logger, signal);
        }

        var drained = app.Services.GetRequiredService<IGameDrain>().DrainAsync(CancellationToken.None);
        app.Services.GetRequiredService<SystemdService>().AnnounceStop();
        await drained;
    }

    private static async Task<bool> StopAsync(WebApplication app)
    {
        try
        {
            await app.StopAsync();
            return true;
        }
        catch (Exception exception)
        {
            Log.StopFailed(app.Logger, exception);
            return false;
        }
    }

    private static async Task EndAsync(WebApplication app, StartupProgress progress)
    {
        // Whatever ended the start, a part of the services may be running: they must stop in order before what they use is disposed.
        if (!progress.HasStarted)
        {
            await StopAsync(app);
        }

        await app.DisposeAsync();
    }

    // A background service that fails stops the others; the exit code must tell a supervisor that this was no orderly end.
    private static bool HasFault(WebApplication app) =>
        app.Services.GetServices<IHostedService>().OfType<BackgroundService>().Any(service => service.ExecuteTask is { IsFaulted: true });

    private static string DescribeHttp(WebApplication? app)
    {
        if (app is null)
        {
            return "http";
        }

        var options = app.Services.GetRequiredService<IOptions<HttpOptions>>().Value;
        return $"{options.Address}:{options.Port}";
    }

    private static partial class Log
    {
        [LoggerMessage(1002, LogLevel.Information, "{Signal} received: the service stops. Send the signal again to end it at once.")]
        public static partial void StopRequested(ILogger logger, PosixSignal signal);

        [LoggerMessage(1003, LogLevel.Error, "A part of the service did not stop in order")]
        public static partial void StopFailed(ILogger logger, Exception exception);
    }
}
