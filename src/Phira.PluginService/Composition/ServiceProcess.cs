using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Options;
using Phira.PluginService.Configuration;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Demo;

namespace Phira.PluginService.Composition;

/// <summary>Runs the service from start to end and turns the outcome into an exit code.</summary>
internal static class ServiceProcess
{
    private const int Success = 0;
    private const int Failure = 1;

    public static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = Encoding.UTF8;
        var loaded = ConfigurationLoader.Load(ServiceSettings.Catalog, ConfigurationSources.OfProcess(args));
        if (loaded is { Action: not StartAction.Run, Problems.IsEmpty: true })
        {
            await Console.Out.WriteAsync(ProgramTexts.For(loaded.Action, ServiceInfo.Version));
            return Success;
        }

        return await RunAsync(args, loaded);
    }

    private static async Task<int> RunAsync(string[] args, ConfigurationResult loaded)
    {
        var progress = new StartupProgress();
        await using var demo = loaded.Configuration.Demo ? await DemoWorld.StartAsync() : null;
        WebApplication? app = null;
        try
        {
            // The web server takes its settings as soon as the application is created: check them before.
            var builder = ServiceApplication.CreateBuilder(args, loaded.Configuration, demo, progress);
            ImmutableArray<Error> problems = [.. loaded.Problems, .. await SettingsValidation.CheckAsync(builder.Services, loaded.Configuration)];
            if (!problems.IsEmpty)
            {
                await Console.Error.WriteLineAsync(StartupFailure.Describe(ConfigurationLoader.Sum(problems)));
                return Failure;
            }

            app = ServiceApplication.Build(builder);
            loaded.Notice?.Log(app.Logger);
            await app.StartAsync();
            progress.Complete();
            await app.WaitForShutdownAsync();
            return HasFault(app) ? Failure : Success;
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
                await app.DisposeAsync();
            }
        }
    }

    // A background service that dies stops the others; whoever supervises the process must learn that this was no orderly end.
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
}
