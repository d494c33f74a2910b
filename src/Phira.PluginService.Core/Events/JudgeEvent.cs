namespace Phira.PluginService.Core.Events;

/// <summary>The judgement of one note.</summary>
/// <param name="Time">Chart time in seconds.</param>
/// <param name="Line">Number of the judge line.</param>
/// <param name="Note">Number of the note on its line.</param>
/// <param name="Judgement">Precision of the hit.</param>
public readonly record struct JudgeEvent(float Time, uint Line, uint Note, Judgement Judgement);
