using System.Collections.Immutable;

namespace Phira.PluginService.Configuration;

/// <summary>What came of reading the configuration file of another server.</summary>
/// <param name="Toml">The settings taken over, as lines for <c>phira.toml</c>.</param>
/// <param name="Unused">What was not taken over.</param>
internal sealed partial record OfficialFileNotice(string Toml, ImmutableArray<string> Unused)
{
    /// <summary>Tells the administrator.</summary>
    public void Log(ILogger logger)
    {
        LogTaken(logger, Toml);
        if (!Unused.IsEmpty)
        {
            LogUnused(logger, string.Join(", ", Unused));
        }
    }

    [LoggerMessage(
        1010,
        LogLevel.Warning,
        "已读取 server_config.yml。请把下面几行放到 phira.toml 开头，然后删除该文件 / server_config.yml was read; put these lines at the top of phira.toml and delete that file:\n{Toml}")]
    private static partial void LogTaken(ILogger logger, string toml);

    [LoggerMessage(1011, LogLevel.Warning, "server_config.yml 中未使用的内容 / not used of server_config.yml: {Unused}")]
    private static partial void LogUnused(ILogger logger, string unused);
}
