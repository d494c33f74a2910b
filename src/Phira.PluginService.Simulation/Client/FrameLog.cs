using System.Diagnostics.CodeAnalysis;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.Simulation.Client;

/// <summary>
/// The frames a client has received, in order, with a reading position. Holds a limited number: when there are more, the
/// oldest are forgotten, read or not. Not synchronised.
/// </summary>
internal sealed class FrameLog(int capacity)
{
    // Frame number n is in slot n modulo capacity.
    private readonly List<ServerCommand> _slots = [];
    private long _total;
    private long _position;

    private long Oldest => _total - _slots.Count;

    public void Add(ServerCommand frame)
    {
        if (_slots.Count < capacity)
        {
            _slots.Add(frame);
        }
        else
        {
            _slots[Slot(_total)] = frame;
        }

        _total++;
    }

    /// <summary>The frame at the reading position, which moves on.</summary>
    public bool TryRead([NotNullWhen(true)] out ServerCommand? frame)
    {
        _position = Math.Max(_position, Oldest);
        if (_position == _total)
        {
            frame = null;
            return false;
        }

        frame = _slots[Slot(_position++)];
        return true;
    }

    public ServerCommand[] ToArray()
    {
        var oldest = Oldest;
        return [.. Enumerable.Range(0, _slots.Count).Select(index => _slots[Slot(oldest + index)])];
    }

    private int Slot(long number) => (int)(number % capacity);
}
