using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Phira.PluginService.Logging;

/// <summary>Holds the levels of the log while the service runs. A change holds until the service stops.</summary>
internal sealed class LogLevelSwitch(IOptions<LoggingOptions> options) : IOptionsChangeTokenSource<LoggerFilterOptions>
{
    private volatile LogLevels _current = LogLevels.From(options.Value);
    private ConfigurationReloadToken _change = new();

    /// <summary>The levels of the configuration.</summary>
    public LogLevels Configured { get; } = LogLevels.From(options.Value);

    public LogLevels Current => _current;

    string IOptionsChangeTokenSource<LoggerFilterOptions>.Name => Options.DefaultName;

    /// <summary>Changes the levels. Every logger has them when this returns.</summary>
    public void Change(LogLevels levels)
    {
        _current = levels;
        Interlocked.Exchange(ref _change, new ConfigurationReloadToken()).OnReload();
    }

    IChangeToken IOptionsChangeTokenSource<LoggerFilterOptions>.GetChangeToken() => Volatile.Read(ref _change);
}
