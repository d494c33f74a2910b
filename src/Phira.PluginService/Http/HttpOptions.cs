using System.Net;

namespace Phira.PluginService.Http;

/// <summary>Settings of the management interface (dashboard, REST, hub, metrics). Section <c>http</c>.</summary>
internal sealed class HttpOptions
{
    public const string Section = "http";

    /// <summary>Address to listen on.</summary>
    /// <value>An IP address; default <c>127.0.0.1</c>: this machine only.</value>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>Whether only programs on this machine can connect.</summary>
    public bool ListensOnLoopbackOnly => IPAddress.TryParse(Address, out var address) && IPAddress.IsLoopback(address);

    /// <summary>TCP port to listen on.</summary>
    /// <value>0 (any free port) to 65,535; default 12347.</value>
    public int Port { get; set; } = 12347;

    /// <summary>
    /// Names that requests may address this service by (their Host header), so that a page of another site cannot reach it through a
    /// name of its own that points here.
    /// </summary>
    /// <value>Host names without port, <c>*</c> for all; default: the loopback names when bound to loopback, otherwise all.</value>
    public IList<string> AllowedHosts { get; set; } = [];

    /// <summary>
    /// Reverse proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed. Nobody else can set the address or the
    /// scheme of a request, not even a program on this machine.
    /// </summary>
    /// <value>IP addresses and networks such as <c>10.0.0.0/8</c>; default none.</value>
    public IList<string> TrustedProxies { get; set; } = [];

    /// <summary>The address under which browsers reach the dashboard, for the setup link, the session cookie and the check of a page's origin.</summary>
    /// <value>An http or https address such as <c>https://phira.example</c>; default empty: as the request says.</value>
    public string PublicUrl { get; set; } = "";

    /// <summary>
    /// The address under which browsers reach what plugins serve, with a host name of its own: nothing else is served there, and nothing of plugins
    /// anywhere else.
    /// </summary>
    /// <value>
    /// An http or https address without path such as <c>https://plugins.example</c>; needs <see cref="PublicUrl"/>; default empty: the dashboard's
    /// address.
    /// </value>
    public string PluginUrl { get; set; } = "";

    /// <summary>The path below which everything is served, for a proxy that has other things at its root.</summary>
    /// <value>A path such as <c>/phira</c>; default empty: the path of <see cref="PublicUrl"/>, or the root.</value>
    public string PathBase { get; set; } = "";

    /// <summary>The certificate for HTTPS without a proxy, with its intermediate certificates. Read again when the file changes.</summary>
    /// <value>Path of a PEM file; default empty: HTTP.</value>
    public string Certificate { get; set; } = "";

    /// <summary>The private key of <see cref="Certificate"/>.</summary>
    /// <value>Path of a PEM file with a key without password; default empty.</value>
    public string CertificateKey { get; set; } = "";

    /// <summary>Callers that may read <c>/metrics</c> besides administrators.</summary>
    /// <value>Default <c>loopback</c>.</value>
    public MetricsAccess Metrics { get; set; } = MetricsAccess.Loopback;

    /// <summary>Maximum number of open TCP connections. Beyond, the oldest one that has shown no token is closed.</summary>
    /// <value>16 to 100,000; default 512.</value>
    public int MaxConnections { get; set; } = 512;

    /// <summary>The same for one address (IPv6: one /64); this machine and trusted proxies are exempt.</summary>
    /// <value>4 to 100,000; default 64.</value>
    public int MaxConnectionsPerAddress { get; set; } = 64;
}
