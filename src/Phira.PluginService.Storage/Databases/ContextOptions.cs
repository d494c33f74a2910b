using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Phira.PluginService.Storage.Databases;

/// <summary>Options of contexts that are the same for every provider.</summary>
internal static class ContextOptions
{
    /// <summary>
    /// Logs statements at debug level, because they would flood the log of the service. Failures reach the caller, who knows what they mean.
    /// </summary>
    public static void LogQuietly(this DbContextOptionsBuilder builder) => builder.ConfigureWarnings(events => events.Log(
        (RelationalEventId.CommandExecuted, LogLevel.Debug),
        (RelationalEventId.CommandError, LogLevel.Debug),
        (RelationalEventId.ConnectionError, LogLevel.Debug)));
}
