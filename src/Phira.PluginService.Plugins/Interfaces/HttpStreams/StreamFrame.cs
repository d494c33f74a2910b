using System.Globalization;
using System.Text;

namespace Phira.PluginService.Plugins.Interfaces.HttpStreams;

/// <summary>Writes messages as server-sent events.</summary>
internal static class StreamFrame
{
    // Those of the format, and not what else Unicode calls the end of a line: JSON may hold that inside of a text.
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    /// <summary>The event that tells a reader that it has missed messages.</summary>
    public static ReadOnlyMemory<byte> Gap { get; } = "event: gap\ndata:\n\n"u8.ToArray();

    /// <summary>A keep-alive comment, which clients ignore.</summary>
    public static ReadOnlyMemory<byte> KeepAlive { get; } = ":\n\n"u8.ToArray();

    /// <summary>Encodes a message.</summary>
    /// <param name="event">The name of the event; empty for none.</param>
    public static byte[] Encode(string epoch, long number, string @event, string data)
    {
        var text = new StringBuilder(data.Length + 64);
        text.Append("id: ").Append(IdOf(epoch, number)).Append('\n');
        if (@event.Length > 0)
        {
            text.Append("event: ").Append(@event).Append('\n');
        }

        foreach (var line in data.Split(LineEnds, StringSplitOptions.None))
        {
            text.Append("data: ").Append(line).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    /// <summary>Reads the id of a message.</summary>
    /// <returns>The number; null when the id is not of this stream.</returns>
    public static long? ReadId(string epoch, string id) =>
        id.StartsWith(epoch + "-", StringComparison.Ordinal)
            && long.TryParse(id.AsSpan(epoch.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string IdOf(string epoch, long number) => string.Create(CultureInfo.InvariantCulture, $"{epoch}-{number}");
}
