namespace Phira.PluginService.GameServer.Sessions;

/// <summary>Records that have counted in a round already. Keeps the newest hundred thousand.</summary>
internal sealed class UsedRecords
{
    private const int Capacity = 100_000;

    private readonly Lock _lock = new();
    private readonly HashSet<int> _records = [];
    private readonly Queue<int> _byAge = new();

    public bool Contains(int record)
    {
        lock (_lock)
        {
            return _records.Contains(record);
        }
    }

    public void Add(int record)
    {
        lock (_lock)
        {
            if (_records.Add(record))
            {
                _byAge.Enqueue(record);
                if (_byAge.Count > Capacity)
                {
                    _records.Remove(_byAge.Dequeue());
                }
            }
        }
    }
}
