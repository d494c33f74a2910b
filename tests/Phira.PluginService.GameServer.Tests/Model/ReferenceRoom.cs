namespace Phira.PluginService.GameServer.Tests.Model;

/// <summary>A room as the protocol's description tells it, step by step, in plain lists and words: nothing is shared with the server.</summary>
internal sealed class ReferenceRoom(
    string name, int maxPlayers, Func<int, bool> isConnected, Action<int, string> send, Func<int, int> pick, TimeSpan roundTimeout)
{
    private readonly HashSet<int> _ready = [];
    private readonly HashSet<int> _results = [];
    private readonly HashSet<int> _aborted = [];
    private string _phase = "select";
    private int? _chart;
    private bool _locked;
    private bool _cycling;
    private bool _live;

    public List<int> Players { get; } = [];

    public List<int> Monitors { get; } = [];

    public int? Host { get; private set; }

    public bool IsPlaying => _phase == "Playing";

    public bool IsEmpty => Players.Count + Monitors.Count == 0;

    private string State => _phase == "select" ? $"select {_chart}" : _phase;

    private string Users => $"[{string.Join(' ', Players.Select(p => $"{p}").Concat(Monitors.Select(m => $"{m}m")))}]";

    public void Open(int user)
    {
        Players.Add(user);
        Host = user;
        All($"{user} creates");
    }

    public string? Join(int user, bool asMonitor, bool mayMonitor)
    {
        if (_locked)
        {
            return "Room is locked";
        }

        if (_phase != "select")
        {
            return "Game is ongoing";
        }

        if (asMonitor && !mayMonitor)
        {
            return "Permission denied. You can't monitor this room.";
        }

        if (!asMonitor && Players.Count == maxPlayers)
        {
            return "Room is full";
        }

        (asMonitor ? Monitors : Players).Add(user);
        _live |= asMonitor;
        All($"on join {user}{(asMonitor ? "m" : "")}");
        All($"{user} joins");
        To(user, $"joined: {State} {Users}{(_live ? " live" : "")}");
        if (_cycling)
        {
            To(user, "cycle True");
        }

        if (Host is null && !asMonitor)
        {
            Lead(user);
            To(user, "you are host");
        }

        return null;
    }

    public void Leave(int user)
    {
        All($"{user} leaves");
        Players.Remove(user);
        Monitors.Remove(user);
        _live &= Monitors.Count > 0;
        if (Host == user)
        {
            Host = null;
        }

        if (Players.Count == 0)
        {
            if (_phase == "Playing")
            {
                All("end");
            }

            if (_phase != "select")
            {
                _phase = "select";
                All($"state {State}");
            }

            if (_locked)
            {
                _locked = false;
                All("lock False");
            }

            return;
        }

        if (Host is null)
        {
            var next = Players[pick(Players.Count)];
            Lead(next);
            To(next, "you are host");
        }

        Complete();
    }

    public string? Set(int user, string what, bool value)
    {
        if (user != Host)
        {
            return "only host can do this";
        }

        if (what == "lock")
        {
            _locked = value;
        }
        else
        {
            _cycling = value;
        }

        All($"{what} {value}");
        return null;
    }

    public string? SelectChart(int user, int chart)
    {
        if (_phase != "select" || user != Host)
        {
            return _phase != "select" ? "invalid state" : "only host can do this";
        }

        _chart = chart;
        All($"{user} selects {chart}");
        All($"state {State}");
        return null;
    }

    public string? RequestStart(int user)
    {
        if (_phase != "select" || user != Host)
        {
            return _phase != "select" ? "invalid state" : "only host can do this";
        }

        if (_chart is null)
        {
            return "No chart selected";
        }

        All($"{user} starts");
        _phase = "WaitingForReady";
        _ready.Clear();
        _ready.Add(user);
        All($"state {State}");
        Complete();
        return null;
    }

    public string? Ready(int user)
    {
        if (_phase != "WaitingForReady")
        {
            return null;
        }

        if (!_ready.Add(user))
        {
            return "already ready";
        }

        All($"{user} is ready");
        Complete();
        return null;
    }

    public string? CancelReady(int user)
    {
        if (_phase != "WaitingForReady")
        {
            return null;
        }

        if (!_ready.Remove(user))
        {
            return "not ready";
        }

        if (user == Host)
        {
            All($"{user} cancels");
            _phase = "select";
            All($"state {State}");
        }
        else
        {
            All($"{user} is not ready");
        }

        return null;
    }

    public string? Played(int user, int player, bool isChartRight)
    {
        if (_phase != "Playing")
        {
            return null;
        }

        if (WhyFinished(user) is { } finished)
        {
            return finished;
        }

        if (player != user || !isChartRight)
        {
            return "invalid record";
        }

        _results.Add(user);
        All($"{user} has played");
        Complete();
        if (IsPlaying && _results.Count == 1 && roundTimeout > TimeSpan.Zero)
        {
            All($"0 says The others have {roundTimeout.TotalSeconds} seconds left to finish this round");
        }

        return null;
    }

    /// <summary>The time that begins with the first result is over.</summary>
    public void TimeOut()
    {
        if (!IsPlaying || _results.Count == 0 || roundTimeout == TimeSpan.Zero)
        {
            return;
        }

        var late = Players.Where(player => WhyFinished(player) is null).ToList();
        All($"0 says Time is up. Not finished: {string.Join(", ", late.Select(player => $"user{player}"))}");
        foreach (var player in late)
        {
            _aborted.Add(player);
            All($"{player} aborts");
        }

        Complete();
    }

    public string? Abort(int user)
    {
        if (_phase != "Playing")
        {
            return null;
        }

        if (WhyFinished(user) is { } finished)
        {
            return finished;
        }

        _aborted.Add(user);
        All($"{user} aborts");
        Complete();
        return null;
    }

    public void Say(int user, string text) => All($"{user} says {text}");

    public void Stream(int user, string what)
    {
        if (_phase == "Playing" && Players.Contains(user))
        {
            foreach (var monitor in Monitors)
            {
                To(monitor, $"{what} of {user}");
            }
        }
    }

    /// <param name="user">The user who has logged in again.</param>
    /// <param name="tell">Reaches the new connection alone.</param>
    public void Return(int user, Action<string> tell)
    {
        if (_phase == "WaitingForReady" && user != Host && _ready.Remove(user))
        {
            foreach (var other in Players.Concat(Monitors).Where(member => member != user))
            {
                To(other, $"{user} is not ready");
            }
        }

        var isUnreadyHost = user == Host && _phase == "WaitingForReady" && !_ready.Contains(user);
        var self = $"{user}{(Monitors.Contains(user) ? "m" : "")}";
        tell(
            $"back: {self} in {name}: select {_chart} {Users}{(_live ? " live" : "")}{(_locked ? " locked" : "")}"
                + $"{(_cycling ? " cycling" : "")}{(user == Host && !isUnreadyHost ? " host" : "")}");
        var hasFinished = _phase == "Playing" && Players.Contains(user) && WhyFinished(user) is not null;
        if (_phase != "select" && !hasFinished)
        {
            tell($"state {State}");
        }

        if (isUnreadyHost)
        {
            tell("you are host");
        }
    }

    private string? WhyFinished(int user) => _aborted.Contains(user) ? "aborted" : _results.Contains(user) ? "already uploaded" : null;

    private void Complete()
    {
        if (_phase == "WaitingForReady" && Players.Concat(Monitors).All(_ready.Contains))
        {
            All("go");
            _phase = "Playing";
            _results.Clear();
            _aborted.Clear();
            All($"state {State}");
        }
        else if (_phase == "Playing" && Players.All(player => WhyFinished(player) is not null))
        {
            All("end");
            _phase = "select";
            if (_cycling)
            {
                var previous = Host!.Value;
                var next = Players[(Players.IndexOf(previous) + 1) % Players.Count];
                Lead(next);
                To(previous, "you are not host");
                To(next, "you are host");
            }

            All($"state {State}");
        }
    }

    private void Lead(int user)
    {
        Host = user;
        All($"{user} leads");
    }

    private void All(string frame)
    {
        foreach (var member in Players.Concat(Monitors))
        {
            To(member, frame);
        }
    }

    private void To(int user, string frame)
    {
        if (isConnected(user))
        {
            send(user, frame);
        }
    }
}
