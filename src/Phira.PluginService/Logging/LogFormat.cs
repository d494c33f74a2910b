namespace Phira.PluginService.Logging;

/// <summary>The form of entries of the log.</summary>
internal enum LogFormat
{
    /// <summary>One line for people, in colours on a terminal.</summary>
    Text,

    /// <summary>One JSON object on a line, for programs.</summary>
    Json,
}
