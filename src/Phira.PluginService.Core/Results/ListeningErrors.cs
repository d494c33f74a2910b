namespace Phira.PluginService.Core.Results;

/// <summary>Reasons why the game server or the web server cannot listen.</summary>
public static class ListeningErrors
{
    /// <summary>{0}: address and port, {1}: command-line switch, {2}: environment variable.</summary>
    public static readonly ErrorCode PortInUse = new("startup.port_in_use", ErrorKind.Conflict);

    /// <summary>{0}: address and port, {1}: command-line switch, {2}: environment variable, {3}: the system's words.</summary>
    public static readonly ErrorCode AddressUnusable = new("startup.address_unusable", ErrorKind.Conflict);
}
