using Phira.PluginService.Core.Settings;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Interfaces.HttpStreams;

/// <summary>Settings of the streams of events.</summary>
public sealed class StreamsOptions : IInterfaceOptions
{
    internal const string StreamsLimit = "streams_per_plugin";
    internal const string RateLimit = "stream_messages_per_second";
    internal const string MessageLimit = "stream_message_bytes";

    /// <inheritdoc />
    public static string Section => "plugins";

    /// <summary>Streams that one plugin may have open. Default 16.</summary>
    public int StreamsPerPlugin { get; set; } = 16;

    /// <summary>Messages that one plugin may publish each second; twice as many in a burst. Default 100.</summary>
    public double StreamMessagesPerSecond { get; set; } = 100;

    /// <summary>Bytes that one message may have, encoded. Default 32 KiB.</summary>
    public int StreamMessageBytes { get; set; } = 1 << 15;

    /// <summary>Messages of one stream that are kept for readers that are slow or come back; a reader that is further behind is dropped. Default 256.</summary>
    public int StreamBufferMessages { get; set; } = 256;

    /// <summary>Bytes of one stream that are kept. Default 1 MiB.</summary>
    public int StreamBufferBytes { get; set; } = 1 << 20;

    /// <summary>Readers of all streams together. Each holds a connection of <c>[http] max_connections</c>. Default 384.</summary>
    public int StreamReaders { get; set; } = 384;

    /// <summary>Readers of the streams of one plugin. Default 256.</summary>
    public int StreamReadersPerPlugin { get; set; } = 256;

    /// <summary>Readers from one address (IPv6: one /64). Default 16.</summary>
    public int StreamReadersPerAddress { get; set; } = 16;

    /// <inheritdoc />
    public void Check(SettingProblems problems)
    {
        problems.RequireRange(StreamsPerPlugin, 0, 1000, StreamsLimit);
        problems.RequireRange(StreamMessagesPerSecond, 0.1, 100_000, RateLimit);
        problems.RequireRange(StreamMessageBytes, 256, 1 << 20, MessageLimit);
        problems.RequireRange(StreamBufferMessages, 1, 100_000, "stream_buffer_messages");
        problems.RequireRange(StreamBufferBytes, StreamMessageBytes, 1 << 26, "stream_buffer_bytes");
        problems.RequireRange(StreamReaders, 0, 100_000, "stream_readers");
        problems.RequireRange(StreamReadersPerPlugin, 0, 100_000, "stream_readers_per_plugin");
        problems.RequireRange(StreamReadersPerAddress, 1, 100_000, "stream_readers_per_address");
    }
}
