namespace Phira.PluginService.Core.Events;

/// <summary>The reason for which a user leaves the server.</summary>
public enum SessionEndReason
{
    /// <summary>The game closed the connection.</summary>
    Quit,

    /// <summary>An administrator or a plugin removed the user.</summary>
    Kicked,

    /// <summary>Nothing was heard of the game for too long, or a user whose connection was lost did not come back in time.</summary>
    Timeout,

    /// <summary>The network failed, or the game broke the protocol or its limits.</summary>
    Error,

    /// <summary>The server stops.</summary>
    Shutdown,
}
