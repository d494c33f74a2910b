namespace Phira.PluginService.GameServer.Tests.Model;

/// <summary>One thing that one user does. Number and flag mean what the action makes of them.</summary>
internal readonly record struct Step(int User, StepAction Action, int Number, bool Flag)
{
    /// <summary>The room that creating and joining are about.</summary>
    public string Room => $"room{Number}";
}
