namespace Phira.PluginService.Logging;

/// <summary>Finds out where standard output goes.</summary>
internal static class StandardOutput
{
    private const string Link = "/proc/self/fd/1";

    /// <summary>Whether standard output is the journal of systemd.</summary>
    public static bool IsJournal =>
        Environment.GetEnvironmentVariable("JOURNAL_STREAM") is { } stream && IsStream(stream, new FileInfo(Link).LinkTarget);

    /// <summary>Whether standard output is a terminal that takes colours.</summary>
    public static bool TakesColours => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Whether a link of the process leads to the socket that systemd names. The variable is inherited by processes that write elsewhere.</summary>
    /// <param name="stream">Device and inode, for example <c>8:12345</c>.</param>
    internal static bool IsStream(string stream, string? link) => stream.Split(':') is [_, var inode] && link == $"socket:[{inode}]";
}
