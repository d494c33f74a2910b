namespace Phira.PluginService.Simulation.Client;

/// <summary>The way in which a connection ended.</summary>
public enum CloseReason
{
    /// <summary>This client closed it.</summary>
    ByClient,

    /// <summary>The server closed it in an orderly way, after everything it had sent.</summary>
    ByServer,

    /// <summary>The server sent something that cannot be read; nothing after it was looked at.</summary>
    BadFrame,

    /// <summary>The connection broke.</summary>
    Broken,
}
