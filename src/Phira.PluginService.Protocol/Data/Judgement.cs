namespace Phira.PluginService.Protocol.Data;

/// <summary>The quality of a hit on a note. The numbers are those on the wire.</summary>
public enum Judgement : byte
{
    /// <summary>On time.</summary>
    Perfect = 0,

    /// <summary>Nearly on time.</summary>
    Good = 1,

    /// <summary>Far off.</summary>
    Bad = 2,

    /// <summary>Not hit.</summary>
    Miss = 3,

    /// <summary>The start of a hold was on time; its end is judged later.</summary>
    HoldPerfect = 4,

    /// <summary>The start of a hold was nearly on time; its end is judged later.</summary>
    HoldGood = 5,
}
