namespace Phira.PluginService.GameServer.Tests.Model;

/// <summary>One thing that one user does. Number and flag mean what the action makes of them.</summary>
internal readonly record struct Step(int User, StepAction Action, int Number, bool Flag)
{
    private const int SecondConnection = 100;

    /// <summary>The room that creating and joining are about.</summary>
    public string Room => $"room{Number}";

    /// <summary>The user who is answered: frames are told apart by user, and those on the newer one of two connections by this number.</summary>
    public int Asker => Action == StepAction.LogInAgain ? NewerOf(User) : User;

    public static int NewerOf(int user) => user + SecondConnection;
}
