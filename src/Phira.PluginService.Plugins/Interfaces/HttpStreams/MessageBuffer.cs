namespace Phira.PluginService.Plugins.Interfaces.HttpStreams;

/// <summary>The last messages of a stream, numbered from 1: the oldest give way. Its owner guards it.</summary>
internal sealed class MessageBuffer(int maximumCount, int maximumBytes)
{
    private readonly ReadOnlyMemory<byte>[] _messages = new ReadOnlyMemory<byte>[maximumCount];
    private long _bytes;

    /// <summary>Number of the oldest message that is kept; <see cref="Next"/> when there is none.</summary>
    public long First { get; private set; } = 1;

    /// <summary>Number of the next message.</summary>
    public long Next { get; private set; } = 1;

    public ReadOnlyMemory<byte> this[long number] => _messages[number % maximumCount];

    public void Add(byte[] message)
    {
        while (First < Next && (Next - First == maximumCount || _bytes + message.Length > maximumBytes))
        {
            ref var oldest = ref _messages[First % maximumCount];
            _bytes -= oldest.Length;
            oldest = default;
            First++;
        }

        _messages[Next % maximumCount] = message;
        _bytes += message.Length;
        Next++;
    }
}
