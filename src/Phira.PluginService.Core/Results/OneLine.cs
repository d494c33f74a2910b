namespace Phira.PluginService.Core.Results;

/// <summary>Makes one line of text that somebody else wrote, so that it can neither forge lines of the log nor command a terminal.</summary>
public static class OneLine
{
    private const string LineEnd = " ⏎ ";
    private const string Hidden = "\uFFFD";

    /// <summary>The text with its line ends and all hidden characters made visible.</summary>
    public static string Of(string text) => ExternalText.Rewrite(text, LineEnd, Hidden);
}
