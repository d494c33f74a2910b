namespace Phira.PluginService.Core.Events;

/// <summary>The precision of a hit on a note.</summary>
public enum Judgement
{
    /// <summary>On time.</summary>
    Perfect,

    /// <summary>Nearly on time.</summary>
    Good,

    /// <summary>Far off.</summary>
    Bad,

    /// <summary>Not hit.</summary>
    Miss,

    /// <summary>The start of a hold was on time.</summary>
    HoldPerfect,

    /// <summary>The start of a hold was nearly on time.</summary>
    HoldGood,
}
