namespace Phira.PluginService.GameServer.Tests.Model;

/// <summary>The actions of users.</summary>
internal enum StepAction
{
    Create,
    Join,
    Leave,
    Lock,
    Cycle,
    SelectChart,
    RequestStart,
    Ready,
    CancelReady,

    /// <summary>With a record of the player with this number; the flag tells whether the API names the right chart.</summary>
    Played,
    Abort,
    Chat,
    Touches,
    Judges,

    /// <summary>The connection, or the earlier one of two, is lost. The place is kept.</summary>
    Lose,

    /// <summary>A second login during a round, while the earlier connection lives.</summary>
    LogInAgain,

    /// <summary>The newer one of two connections ends.</summary>
    CloseNewer,

    /// <summary>The round in this user's room has taken too long.</summary>
    TimeOut,

    /// <summary>Back again within the time.</summary>
    Return,

    /// <summary>Away for too long.</summary>
    Expire,
}
