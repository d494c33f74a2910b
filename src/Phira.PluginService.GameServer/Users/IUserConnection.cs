using System.Net;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Telemetry;

namespace Phira.PluginService.GameServer.Users;

/// <summary>The connection of a user, as far as others may act on it.</summary>
internal interface IUserConnection
{
    ConnectionId Id { get; }

    /// <summary>The address of the other end.</summary>
    IPAddress Address { get; }

    /// <summary>The reason for its end; only once it has ended.</summary>
    DisconnectReason Reason { get; }

    /// <summary>Ends when the last request of this connection has been handled and no other will be.</summary>
    Task Handled { get; }

    /// <summary>Queues a line of chat from user 0. Never waits.</summary>
    void Say(string text);

    /// <summary>Sends what is queued, then closes. Later pushes are ignored.</summary>
    void Close(DisconnectReason reason);
}
