namespace Phira.PluginService.Packaging.Security;

/// <summary>An end of a connection as a plugin names it.</summary>
/// <param name="Name">A name or an address; IPv6 addresses in brackets.</param>
internal readonly record struct HostAndPort(string Name, int Port)
{
    /// <inheritdoc />
    public override string ToString() => $"{Name}:{Port}";
}
