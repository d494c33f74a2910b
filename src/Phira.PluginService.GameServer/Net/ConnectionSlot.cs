using System.Net;

namespace Phira.PluginService.GameServer.Net;

/// <summary>The place of one connection among those that are limited. Changed only by <see cref="ConnectionAdmission"/>, under its lock.</summary>
internal sealed class ConnectionSlot(ConnectionAdmission admission)
{
    public SlotStage Stage { get; set; } = SlotStage.Left;

    /// <summary>The address whose limits apply; null while a proxy has not named it.</summary>
    public IPAddress? Address { get; set; }

    /// <summary>The connection; null until it exists.</summary>
    public Connection? Connection { get; set; }

    /// <summary>The position among the connections that can be dropped for a newer one; null when this one cannot.</summary>
    public LinkedListNode<ConnectionSlot>? Position { get; set; }

    /// <summary>Names the connection, which from now on may have to give way to a newer one.</summary>
    public void Attach(Connection connection) => admission.Attach(this, connection);

    public void LoginBegins() => admission.Move(this, SlotStage.LoggingIn);

    public void LoggedIn() => admission.Move(this, SlotStage.LoggedIn);

    /// <summary>Frees the place of a connection that has ended. May be called again.</summary>
    public void Leave() => admission.Move(this, SlotStage.Left);
}
