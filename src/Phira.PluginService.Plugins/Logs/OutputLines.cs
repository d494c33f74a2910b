using System.Text;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Plugins.Logs;

/// <summary>Turns what a guest writes to a standard stream into lines of its log. A line without end is cut where it grows too long.</summary>
internal sealed class OutputLines(PluginLog log, PluginLogLevel level)
{
    private readonly Lock _lock = new();
    private readonly List<byte> _line = [];

    /// <summary>Takes what the guest wrote.</summary>
    /// <param name="bytes">The bytes; they may end inside a line.</param>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            foreach (var b in bytes)
            {
                if (b != '\n')
                {
                    _line.Add(b);
                }

                if (b == '\n' || _line.Count >= PluginLog.MaximumLength)
                {
                    Flush();
                }
            }
        }
    }

    private void Flush()
    {
        var text = Encoding.UTF8.GetString([.. _line]).TrimEnd('\r');
        _line.Clear();
        if (text.Length > 0)
        {
            log.Write(level, text, []);
        }
    }
}
