using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Client;

/// <summary>The player's judgements of notes; never answered.</summary>
/// <param name="Judges">The judgements, oldest first.</param>
public readonly record struct JudgesCommand(EncodedList<JudgeEvent> Judges)
{
    /// <summary>Converts the command to a client command.</summary>
    public static implicit operator ClientCommand(JudgesCommand command) =>
        new(ClientCommandKind.Judges, list: command.Judges.Bytes, number: command.Judges.Count);

    /// <summary>Converts a client command of kind Judges.</summary>
    /// <param name="command">A command of this kind.</param>
    public static explicit operator JudgesCommand(in ClientCommand command)
    {
        command.Require(ClientCommandKind.Judges);
        return new(new EncodedList<JudgeEvent>(command.List, command.Number));
    }
}
