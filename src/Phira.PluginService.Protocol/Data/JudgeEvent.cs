namespace Phira.PluginService.Protocol.Data;

/// <summary>The judgement of one note.</summary>
/// <param name="Time">Chart time in seconds.</param>
/// <param name="Line">The number of the judge line.</param>
/// <param name="Note">The number of the note on its line.</param>
/// <param name="Judgement">How well it was hit.</param>
public readonly record struct JudgeEvent(float Time, uint Line, uint Note, Judgement Judgement);
