using System.Net;
using Phira.PluginService.Core.Limits;

namespace Phira.PluginService.Connections;

/// <summary>One TCP connection to the web server; requests find it among their features.</summary>
internal sealed class HttpConnection(IPAddress client, Action abort)
{
    private volatile bool _isProven;

    /// <summary>The client of the connection; see <see cref="ClientAddress.KeyOf"/>.</summary>
    public IPAddress Client => client;

    /// <summary>Whether an administrator has used it. Such a connection is never closed to make room for another.</summary>
    public bool IsProven => _isProven;

    public void Prove() => _isProven = true;

    public void Abort() => abort();
}
