namespace Phira.PluginService.Simulation.Api;

/// <summary>Play records by id. Keeps a limited number: when there are more, the oldest are forgotten.</summary>
internal sealed class RecordStore(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, PhiraRecord> _records = [];
    private readonly Queue<int> _order = new();
    private int _lastId;

    public PhiraRecord Add(PhiraRecord record)
    {
        lock (_lock)
        {
            var stored = record.Id == 0 ? record with { Id = _lastId + 1 } : record;
            _lastId = Math.Max(_lastId, stored.Id);
            if (_records.TryAdd(stored.Id, stored))
            {
                _order.Enqueue(stored.Id);
            }
            else
            {
                _records[stored.Id] = stored;
            }

            if (_order.Count > capacity)
            {
                _records.Remove(_order.Dequeue());
            }

            return stored;
        }
    }

    /// <summary>Lets ids begin after one that was given out before, unless they have got there already.</summary>
    public void ContinueAfter(int id)
    {
        lock (_lock)
        {
            _lastId = Math.Max(_lastId, id);
        }
    }

    public PhiraRecord? Find(int id)
    {
        lock (_lock)
        {
            return _records.GetValueOrDefault(id);
        }
    }
}
