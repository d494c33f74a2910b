using System.ComponentModel;
using Phira.PluginService.Core.Game;

namespace Phira.PluginService.Contracts;

/// <summary>What a service that is stopping still waits for.</summary>
/// <param name="SecondsLeft">Whole seconds, rounded up.</param>
internal sealed record StoppingMessage(
    [property: Description("Number of rounds in progress; the service stops when they have ended.")] int Rounds,
    [property: Description("After so many seconds the service stops even if rounds are in progress.")] int SecondsLeft)
{
    public static StoppingMessage? From(GameDrainStatus? status) =>
        status is null ? null : new StoppingMessage(status.Rounds, (int)Math.Ceiling(status.TimeLeft.TotalSeconds));
}
