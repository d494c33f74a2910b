using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Plugins.Logs;

/// <summary>The lines of one plugin that are kept: the newest in memory, all on disk within its quota.</summary>
internal sealed partial class KeptLines
{
    /// <summary>Number of lines that are kept in memory.</summary>
    public const int Capacity = 500;

    private readonly LogSegments? _disk;
    private readonly LogWriter _writer;
    private readonly Lock _lock = new();
    private readonly Queue<PluginLogLine> _newest = new();
    private long _last;

    /// <param name="disk">The place on disk; null keeps lines in memory only.</param>
    public KeptLines(LogSegments? disk, LogWriter writer, ILogger logger)
    {
        (_disk, _writer) = (disk, writer);
        try
        {
            foreach (var line in (disk?.ReadBackwards(long.MaxValue) ?? []).Take(Capacity).Reverse())
            {
                _newest.Enqueue(line);
                _last = line.Number;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.NotRead(logger, exception);
        }
    }

    /// <summary>Keeps a line, and gives it its number.</summary>
    public void Add(PluginLogLine line)
    {
        lock (_lock)
        {
            var numbered = line with { Number = ++_last };
            _newest.Enqueue(numbered);
            if (_newest.Count > Capacity)
            {
                _newest.Dequeue();
            }

            if (_disk is not null)
            {
                _writer.Write(_disk, numbered);
            }
        }
    }

    /// <summary>The newest lines, oldest first.</summary>
    public IReadOnlyList<PluginLogLine> Read(int count)
    {
        lock (_lock)
        {
            return [.. _newest.Skip(Math.Max(0, _newest.Count - Math.Max(0, count)))];
        }
    }

    /// <summary>Finds the newest lines that pass a filter.</summary>
    public async Task<PluginLogPage> SearchAsync(PluginLogQuery query, CancellationToken cancellationToken)
    {
        // One more than asked for tells whether there are older ones.
        var newest = Read(Capacity);
        var found = newest.Reverse().Where(query.Matches).Take(query.Count + 1).ToList();
        if (found.Count <= query.Count && _disk is not null && newest is [{ Number: > 1 and var first }, ..])
        {
            await _writer.FlushAsync(cancellationToken);
            found.AddRange(await Task.Run(() => Find(Math.Min(first, query.Before ?? first), query, found.Count, cancellationToken), cancellationToken));
        }

        PluginLogLine[] page = [.. found.Take(query.Count).Reverse()];
        return new PluginLogPage(page, found.Count > query.Count ? page[0].Number : null);
    }

    /// <summary>Reads everything that is kept, oldest first.</summary>
    public async IAsyncEnumerable<PluginLogLine> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0L;
        if (_disk is not null)
        {
            await _writer.FlushAsync(cancellationToken);
            foreach (var line in _disk.ReadForwards())
            {
                cancellationToken.ThrowIfCancellationRequested();
                last = line.Number;
                yield return line;
            }
        }

        foreach (var line in Read(Capacity).Where(line => line.Number > last))
        {
            yield return line;
        }
    }

    private List<PluginLogLine> Find(long before, PluginLogQuery query, int found, CancellationToken cancellationToken)
    {
        var lines = new List<PluginLogLine>();
        foreach (var line in _disk!.ReadBackwards(before))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (found + lines.Count > query.Count)
            {
                break;
            }

            if (query.Matches(line))
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4072, Level = LogLevel.Warning, Message = "The log of a plugin on disk cannot be read")]
        public static partial void NotRead(ILogger logger, Exception exception);
    }
}
