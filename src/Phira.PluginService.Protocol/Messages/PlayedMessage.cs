namespace Phira.PluginService.Protocol.Messages;

/// <summary>A user finished the chart.</summary>
/// <param name="User">The user id.</param>
/// <param name="Accuracy">The accuracy, 0 to 1.</param>
/// <param name="FullCombo">Whether no note was missed.</param>
public sealed record PlayedMessage(int User, int Score, float Accuracy, bool FullCombo) : Message;
