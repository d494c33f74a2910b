namespace Phira.PluginService.Core.Web;

/// <summary>The paths of a plugin that belong to the host: its streams, and what a page ticket comes before.</summary>
public static class ReservedPaths
{
    /// <summary>First character of the first segment of a page ticket.</summary>
    public const char TicketMark = '~';

    /// <summary>Start of the path of a stream; its name follows.</summary>
    public const string StreamPrefix = $"/{Streams}/";

    private const string Streams = "streams";

    /// <summary>Names the reserved paths, in English, for a plugin that asks for one of them.</summary>
    public static string Text { get; } = $"{StreamPrefix} and what begins with {TicketMark} belong to the host";

    /// <summary>Whether paths with this first segment belong to the host.</summary>
    /// <param name="segment">The segment, without slashes.</param>
    /// <returns>True when no route of a plugin can be there.</returns>
    public static bool Includes(string segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return segment == Streams || segment.StartsWith(TicketMark);
    }
}
