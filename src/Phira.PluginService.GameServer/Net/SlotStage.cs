namespace Phira.PluginService.GameServer.Net;

/// <summary>The stage that a connection has reached, as far as the limits are concerned.</summary>
internal enum SlotStage
{
    /// <summary>The connection comes from a trusted proxy, which has not named its client yet.</summary>
    AwaitingHeader,

    /// <summary>The client has not asked to log in.</summary>
    Silent,

    /// <summary>The login is in progress.</summary>
    LoggingIn,

    /// <summary>The login has succeeded.</summary>
    LoggedIn,

    /// <summary>The connection is refused and stays only to read the reason.</summary>
    Notice,

    /// <summary>The connection no longer counts.</summary>
    Left,
}
