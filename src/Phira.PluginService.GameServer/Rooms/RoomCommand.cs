using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>
/// A command to a room. Plain data, so that a room may one day live in another process. Where <c>By</c> may be null, null stands for an
/// administrator or a plugin, who need not be host.
/// </summary>
internal abstract record RoomCommand
{
    /// <summary>The first command of a new room, which already holds its creator; a plugin's room holds nobody.</summary>
    public sealed record Open : RoomCommand;

    public sealed record Join(RoomMember Member, bool AsMonitor, bool MayMonitor) : RoomCommand;

    public sealed record Leave(UserId By) : RoomCommand;

    /// <summary>The user has logged in again while it kept its place. The new connection joins those that it did not displace.</summary>
    public sealed record Resume(UserId By, ConnectionId Connection, ImmutableArray<ConnectionId> Displaced) : RoomCommand;

    /// <summary>A connection of the user is lost; the place is kept.</summary>
    public sealed record Detach(UserId By, ConnectionId Connection) : RoomCommand;

    public sealed record SetLock(UserId? By, bool Locked) : RoomCommand;

    public sealed record SetCycle(UserId? By, bool Cycling) : RoomCommand;

    public sealed record SelectChart(UserId? By, ChartSnapshot Chart) : RoomCommand;

    public sealed record RequestStart(UserId? By) : RoomCommand;

    public sealed record Ready(UserId By) : RoomCommand;

    public sealed record CancelReady(UserId? By) : RoomCommand;

    public sealed record Played(UserId By, PlayRecord Record) : RoomCommand;

    public sealed record Abort(UserId By) : RoomCommand;

    /// <summary>A round has taken too long; nothing happens if it has ended.</summary>
    public sealed record TimeOut(int Round) : RoomCommand;

    public sealed record Chat(UserId By, string Text) : RoomCommand;

    /// <summary>A line from user 0 to everybody, to each in the language of the account.</summary>
    public sealed record Notice(TranslatedText Text) : RoomCommand;

    /// <summary>An administrator or a plugin removes a member.</summary>
    public sealed record Expel(UserId User, string Reason) : RoomCommand;

    /// <summary>An administrator or a plugin ends the room.</summary>
    public sealed record Disband(string Reason) : RoomCommand;

    /// <summary>An administrator or a plugin makes another player host.</summary>
    public sealed record TransferHost(UserId User) : RoomCommand;

    /// <summary>Asks whether somebody may join, before plugins are asked. This and the other checks change nothing.</summary>
    public sealed record CheckJoin(Join Command) : RoomCommand;

    /// <summary>Asks whether a chart may be selected, before it is looked up.</summary>
    public sealed record CheckSelectChart(UserId? By) : RoomCommand;

    /// <summary>Asks whether the round may be started, before plugins are asked.</summary>
    public sealed record CheckStart(UserId? By) : RoomCommand;

    /// <summary>Asks whether a member may say that it is ready, before plugins are asked.</summary>
    public sealed record CheckReady(UserId By) : RoomCommand;

    /// <summary>Asks whether a player may end the round with a record, before it is looked up.</summary>
    public sealed record CheckFinish(UserId By) : RoomCommand;

    public sealed record Touches(UserId By, EncodedList<TouchFrame> Frames) : RoomCommand;

    public sealed record Judges(UserId By, EncodedList<JudgeEvent> Events) : RoomCommand;
}
