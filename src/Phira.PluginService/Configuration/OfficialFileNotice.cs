using System.Collections.Immutable;

namespace Phira.PluginService.Configuration;

/// <summary>What came of reading the configuration file of another server.</summary>
/// <param name="Unused">What was not taken over.</param>
internal sealed partial record OfficialFileNotice(string Toml, ImmutableArray<string> Unused)
{
    /// <summary>Tells the administrator. The lines of the new file go to standard output: an entry of the log is one line.</summary>
    public async Task TellAsync(TextWriter output, ILogger logger)
    {
        LogTaken(logger, OfficialFile.Name);
        if (!Unused.IsEmpty)
        {
            LogUnused(logger, OfficialFile.Name, string.Join(", ", Unused));
        }

        if (Toml.Length > 0)
        {
            await output.WriteLineAsync($"""

                # 从 {OfficialFile.Name} 采用的设置，可原样保存为 {FileSource.DefaultName}
                # Settings taken from {OfficialFile.Name}, to be saved as {FileSource.DefaultName} as they are
                {Toml}
                """);
        }
    }

    [LoggerMessage(
        1010,
        LogLevel.Warning,
        "已读取 {File}。请用 --migrate-config {File} 生成 phira.toml，然后删除该文件 / {File} was read: write a phira.toml with --migrate-config {File}, then delete that file")]
    private static partial void LogTaken(ILogger logger, string file);

    [LoggerMessage(1011, LogLevel.Warning, "{File} 中未使用的内容 / not used of {File}: {Unused}")]
    private static partial void LogUnused(ILogger logger, string file, string unused);
}
