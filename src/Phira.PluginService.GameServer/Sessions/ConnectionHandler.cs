using System.Net;
using System.Net.Sockets;
using Phira.PluginService.GameServer.Lifetime;
using Phira.PluginService.GameServer.Net;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>Takes an accepted socket through admission and preface to its session.</summary>
internal sealed class ConnectionHandler(
    ConnectionAdmission admission,
    TrustedProxies proxies,
    RefusalReporter refusals,
    ConnectionTable connections,
    PrefaceHandler preface,
    SessionRunner sessions,
    BackgroundTasks background)
{
    public void Accept(Socket socket)
    {
        if (socket.RemoteEndPoint is not IPEndPoint { Address: var address })
        {
            socket.Dispose();
            return;
        }

        var isProxied = proxies.Contains(address);
        var (slot, refusal) = isProxied ? new Admission(admission.EnterProxy(), Refusal: null) : admission.Enter(address);
        if (refusal is not null)
        {
            refusals.Report(refusal.Reason, address);
        }

        if (slot is null)
        {
            socket.Dispose();
            return;
        }

        var connection = connections.Open(socket, address);
        slot.Attach(connection);
        background.Run("connection", () => ServeAsync(connection, slot, isProxied, refusal));
    }

    private async Task ServeAsync(Connection connection, ConnectionSlot slot, bool isProxied, Refusal? refusal)
    {
        try
        {
            var (hasSession, whyRefused) = await preface.HandleAsync(connection, slot, isProxied, refusal);
            if (hasSession)
            {
                await sessions.RunAsync(connection, slot, whyRefused);
            }
        }
        finally
        {
            slot.Leave();
            await connections.CloseAsync(connection);
        }
    }
}
