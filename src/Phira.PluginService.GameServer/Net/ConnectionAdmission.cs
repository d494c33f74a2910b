using System.Net;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.GameServer.Bans;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Telemetry;
using Phira.PluginService.GameServer.Text;

namespace Phira.PluginService.GameServer.Net;

/// <summary>
/// Decides whether a connection is admitted, and owns the counts that this depends on. A connection that never logs in can
/// keep nobody out: when the places for such connections are taken, the one that has been silent for longest is dropped.
/// </summary>
internal sealed class ConnectionAdmission(BanList bans, RefusalReporter refusals, IOptions<GameServerOptions> options)
{
    /// <summary>Refused connections that stay to read why, as a part of the places for those that have not logged in.</summary>
    private const int NoticePart = 4;

    private readonly Lock _lock = new();
    private readonly GameLimits _limits = options.Value.Limits;
    private readonly AddressCounts _perAddress = new(options.Value.Limits.MaxConnectionsPerAddress);
    private readonly AddressCounts _unauthenticatedPerAddress = new(options.Value.Limits.MaxUnauthenticatedPerAddress);
    private readonly AddressCounts _noticesPerAddress = new(maxPerAddress: 1);
    private readonly int[] _counts = new int[Enum.GetValues<SlotStage>().Length];
    private readonly LinkedList<ConnectionSlot> _awaitingHeader = [];
    private readonly LinkedList<ConnectionSlot> _silent = [];

    /// <summary>Connections that have not logged in.</summary>
    public int Unauthenticated
    {
        get
        {
            lock (_lock)
            {
                return _counts[(int)SlotStage.AwaitingHeader] + _counts[(int)SlotStage.Notice] + UnauthenticatedClients;
            }
        }
    }

    private int UnauthenticatedClients => _counts[(int)SlotStage.Silent] + _counts[(int)SlotStage.LoggingIn];

    private int Clients => _counts[(int)SlotStage.LoggedIn] + UnauthenticatedClients;

    /// <summary>Decides about a connection of a client.</summary>
    public Admission Enter(IPAddress address) => Identify(new ConnectionSlot(this), address);

    /// <summary>Lets a trusted proxy in, which has not named its client yet. The oldest of those that have not may have to give way.</summary>
    public ConnectionSlot EnterProxy()
    {
        var slot = new ConnectionSlot(this);
        ConnectionSlot? dropped = null;
        lock (_lock)
        {
            if (_counts[(int)SlotStage.AwaitingHeader] >= _limits.MaxUnauthenticated)
            {
                dropped = TakeOldest(_awaitingHeader);
            }

            Change(slot, SlotStage.AwaitingHeader);
        }

        Drop(dropped);
        return slot;
    }

    /// <summary>Decides about a connection of a trusted proxy, which has named its client.</summary>
    public Admission Identify(ConnectionSlot slot, IPAddress address)
    {
        var ban = bans.Find(address);
        ConnectionSlot? dropped = null;
        RefusalReason? reason;
        bool isTold;
        lock (_lock)
        {
            Change(slot, SlotStage.Left);
            slot.Address = address;
            reason = ban is null ? WhyNot(address, out dropped) : RefusalReason.Banned;
            isTold = reason is not null && MayBeTold(address);
            if (reason is null || isTold)
            {
                Change(slot, isTold ? SlotStage.Notice : SlotStage.Silent);
            }
        }

        Drop(dropped);
        var refusal = reason switch
        {
            null => null,
            RefusalReason.Banned => new Refusal(RefusalReason.Banned, bans.TextFor(ban!).InEveryLanguage("\n")),
            RefusalReason.AddressConnections => new Refusal(reason.Value, GameTexts.TooManyFromAddress.InEveryLanguage("\n")),
            RefusalReason.AddressUnauthenticated => new Refusal(reason.Value, GameTexts.TooManyLogins.InEveryLanguage("\n")),
            _ => ServerFull(),
        };
        return new Admission(refusal is null || isTold ? slot : null, refusal);
    }

    public void Attach(ConnectionSlot slot, Connection connection)
    {
        lock (_lock)
        {
            slot.Connection = connection;
            Reposition(slot);
        }
    }

    /// <summary>Takes note of how far a connection has got. What has left stays away, and a refused one stays refused.</summary>
    public void Move(ConnectionSlot slot, SlotStage stage)
    {
        lock (_lock)
        {
            if (slot.Stage != SlotStage.Left && (slot.Stage != SlotStage.Notice || stage == SlotStage.Left))
            {
                Change(slot, stage);
            }
        }
    }

    private static Refusal ServerFull() => new(RefusalReason.ServerFull, GameTexts.ServerFull.InEveryLanguage("\n"));

    private RefusalReason? WhyNot(IPAddress address, out ConnectionSlot? dropped)
    {
        dropped = null;
        if (!_perAddress.HasPlace(address))
        {
            return RefusalReason.AddressConnections;
        }

        if (!_unauthenticatedPerAddress.HasPlace(address))
        {
            return RefusalReason.AddressUnauthenticated;
        }

        if (UnauthenticatedClients < _limits.MaxUnauthenticated && Clients < _limits.MaxConnections)
        {
            return null;
        }

        dropped = TakeOldest(_silent);
        return dropped is null ? RefusalReason.ServerFull : null;
    }

    private bool MayBeTold(IPAddress address) =>
        _noticesPerAddress.HasPlace(address) && _counts[(int)SlotStage.Notice] < Math.Max(1, _limits.MaxUnauthenticated / NoticePart);

    /// <summary>Takes the place of the oldest candidate. The place is free at once, though the connection needs a moment to end.</summary>
    private ConnectionSlot? TakeOldest(LinkedList<ConnectionSlot> candidates)
    {
        var oldest = candidates.First?.Value;
        if (oldest is not null)
        {
            Change(oldest, SlotStage.Left);
        }

        return oldest;
    }

    private void Drop(ConnectionSlot? slot)
    {
        if (slot is not null)
        {
            refusals.Report(RefusalReason.GaveWay, slot.Connection!.Address);
            slot.Connection.Abort(DisconnectReason.GaveWay);
        }
    }

    private void Change(ConnectionSlot slot, SlotStage stage)
    {
        Count(slot, entering: false);
        slot.Stage = stage;
        Count(slot, entering: true);
        Reposition(slot);
    }

    private void Count(ConnectionSlot slot, bool entering)
    {
        _counts[(int)slot.Stage] += entering ? 1 : -1;
        switch (slot.Stage)
        {
            case SlotStage.Silent or SlotStage.LoggingIn:
                Count(_perAddress);
                Count(_unauthenticatedPerAddress);
                break;
            case SlotStage.LoggedIn:
                Count(_perAddress);
                break;
            case SlotStage.Notice:
                Count(_noticesPerAddress);
                break;
        }

        void Count(AddressCounts counts)
        {
            if (entering)
            {
                counts.Enter(slot.Address!);
            }
            else
            {
                counts.Leave(slot.Address!);
            }
        }
    }

    private void Reposition(ConnectionSlot slot)
    {
        slot.Position?.List!.Remove(slot.Position);
        slot.Position = (slot.Connection, slot.Stage) switch
        {
            (not null, SlotStage.AwaitingHeader) => _awaitingHeader.AddLast(slot),
            (not null, SlotStage.Silent) => _silent.AddLast(slot),
            _ => null,
        };
    }
}
