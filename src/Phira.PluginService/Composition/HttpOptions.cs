namespace Phira.PluginService.Composition;

/// <summary>How the management interface (dashboard, REST, hub, metrics) listens. Section <c>http</c>.</summary>
internal sealed class HttpOptions
{
    public const string Section = "http";

    /// <summary>Address to listen on.</summary>
    /// <value>An IP address; default <c>127.0.0.1</c>: this machine only.</value>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>TCP port to listen on.</summary>
    /// <value>0 (any free port) to 65,535; default 12347.</value>
    public int Port { get; set; } = 12347;

    /// <summary>
    /// Names that requests may address this service by (their Host header), so that a page of another site cannot reach it through a
    /// name of its own that points here.
    /// </summary>
    /// <value>Host names without port, <c>*</c> for all; default: the loopback names when bound to loopback, otherwise all.</value>
    public IList<string> AllowedHosts { get; set; } = [];
}
