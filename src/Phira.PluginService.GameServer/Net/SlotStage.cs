namespace Phira.PluginService.GameServer.Net;

/// <summary>The stage that a connection has reached, as far as the limits are concerned.</summary>
internal enum SlotStage
{
    /// <summary>It comes from a trusted proxy, which has not named its client yet.</summary>
    AwaitingHeader,

    /// <summary>It has not asked to log in.</summary>
    Silent,

    /// <summary>Its login is under way.</summary>
    LoggingIn,

    /// <summary>Its login has succeeded.</summary>
    LoggedIn,

    /// <summary>It is refused and stays only to read why.</summary>
    Notice,

    /// <summary>It no longer counts.</summary>
    Left,
}
