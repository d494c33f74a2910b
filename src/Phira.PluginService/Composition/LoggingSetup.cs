using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Phira.PluginService.Configuration;
using Phira.PluginService.Logging;

namespace Phira.PluginService.Composition;

/// <summary>Registers the log of the service.</summary>
internal static class LoggingSetup
{
    public static void AddServiceLogging(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.Services.AddSettings<LoggingOptions>();
        logging.Services.AddSingleton<IValidateOptions<LoggingOptions>, LoggingOptionsValidator>();
        logging.Services.AddSingleton<LogLevelSwitch>();
        logging.Services.AddSingleton<IOptionsChangeTokenSource<LoggerFilterOptions>>(provider => provider.GetRequiredService<LogLevelSwitch>());
        logging.Services.AddSingleton<IConfigureOptions<LoggerFilterOptions>, LogFilters>();
        logging.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ConsoleFormatter, ServiceConsoleFormatter>());
        logging.AddConsole();
        logging.Services.PostConfigure<ConsoleLoggerOptions>(console => console.FormatterName = ServiceConsoleFormatter.FormatterName);
        logging.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ILoggerProvider, LogFile>());
    }
}
