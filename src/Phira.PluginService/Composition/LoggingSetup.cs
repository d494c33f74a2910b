using Microsoft.Extensions.Logging.Console;
using Phira.PluginService.Auth;

namespace Phira.PluginService.Composition;

/// <summary>One line on standard output for each entry.</summary>
internal static class LoggingSetup
{
    public static void AddServiceLogging(this ILoggingBuilder logging, StartupProgress progress)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
            options.UseUtcTimestamp = true;
            options.ColorBehavior = LoggerColorBehavior.Default;
        });
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);
        logging.AddFilter("Polly", LogLevel.Warning);

        // Every request without a token would be a line, also those that need none.
        logging.AddFilter(typeof(AdminAuthenticationHandler).FullName, LogLevel.Warning);

        // Why the service cannot start is told by ServiceProcess, in words instead of stack traces.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Warning && progress.HasStarted);
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => level >= LogLevel.Warning && progress.HasStarted);
    }
}
