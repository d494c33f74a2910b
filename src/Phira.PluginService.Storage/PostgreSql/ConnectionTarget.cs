using Npgsql;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Storage.Settings;

namespace Phira.PluginService.Storage.PostgreSql;

/// <summary>The configured database. What is shown of it holds no password.</summary>
internal sealed class ConnectionTarget
{
    // What is configured comes behind them, and wins.
    private const string Defaults = "Application Name=phira;Timeout=5;Command Timeout=15;Maximum Pool Size=20;";

    // The server frees the lock of a machine that is gone when its connection fails: within half a minute, and not in two hours.
    private const string Keepalive = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=4";

    private readonly NpgsqlConnectionStringBuilder _configured;

    private ConnectionTarget(NpgsqlConnectionStringBuilder configured) => _configured = configured;

    /// <summary>The server and the database.</summary>
    public string Location => $"postgresql://{_configured.Host}:{_configured.Port}/{_configured.Database}";

    /// <summary>The connection string of the pool for reading.</summary>
    public string ReadingConnection => _configured.ConnectionString;

    /// <summary>The connection string of the one connection that writes.</summary>
    public string WritingConnection => new NpgsqlConnectionStringBuilder(_configured.ConnectionString)
    {
        Pooling = false,
        Options = $"{_configured.Options} {Keepalive}".Trim(),
    }.ConnectionString;

    /// <summary>Reads the settings, which have been checked.</summary>
    public static ConnectionTarget Read(StorageOptions options) =>
        TryRead(options, out var problem) ?? throw new InvalidOperationException($"{problem.Key}: {problem.Rule.In(Language.English)}");

    /// <summary>Reads the settings.</summary>
    /// <param name="problem">The setting that is wrong, and the rule that it breaks; its default when there is none.</param>
    public static ConnectionTarget? TryRead(StorageOptions options, out (string Key, LocalizedText Rule) problem)
    {
        problem = default;
        var key = "connection_string";
        var text = options.ConnectionString;
        if (options.ConnectionStringFile.Length > 0)
        {
            key = "connection_string_file";
            try
            {
                text = File.ReadAllText(options.ConnectionStringFile).Trim();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                problem = (key, LocalizedText.Of("setting.rule.readable_file", options.ConnectionStringFile, exception.Message));
                return null;
            }
        }

        if (TryParse(text) is { } parsed)
        {
            return new ConnectionTarget(parsed);
        }

        problem = (key, LocalizedText.Of("setting.rule.connection_string"));
        return null;
    }

    // The exception is not shown: it may quote a part of the password.
    private static NpgsqlConnectionStringBuilder? TryParse(string text)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(Defaults + text);
            return string.IsNullOrEmpty(builder.Host) || string.IsNullOrEmpty(builder.Database) ? null : builder;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            return null;
        }
    }
}
