using System.Collections.Immutable;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Configuration;

/// <summary>A message about the configuration file of another server.</summary>
/// <param name="Unused">The keys not taken over.</param>
internal sealed partial record OfficialFileNotice(string Toml, ImmutableArray<string> Unused)
{
    /// <summary>Tells the administrator.</summary>
    /// <param name="announce">Takes the lines of the new file, which are no entry of the log.</param>
    public async Task TellAsync(Func<string, Task> announce, ILogger logger)
    {
        Log.Taken(logger, LocalizedText.Of("official.taken", OfficialFile.Name).InEveryLanguage(" / "));
        if (!Unused.IsEmpty)
        {
            Log.Unused(logger, LocalizedText.Of("official.unused", OfficialFile.Name).InEveryLanguage(" / "), string.Join(", ", Unused));
        }

        if (Toml.Length > 0)
        {
            await announce($"""
                # {LocalizedText.Of("official.settings", OfficialFile.Name, FileSource.DefaultName).InEveryLanguage("\n# ")}
                {Toml}
                """);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1010, LogLevel.Warning, "{Notice}")]
        public static partial void Taken(ILogger logger, string notice);

        [LoggerMessage(1011, LogLevel.Warning, "{Notice}: {Unused}")]
        public static partial void Unused(ILogger logger, string notice, string unused);
    }
}
