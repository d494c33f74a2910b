using System.ComponentModel;
using Phira.PluginService.Core.Game;

namespace Phira.PluginService.Contracts;

/// <summary>The remaining work of a service that is stopping.</summary>
/// <param name="SecondsLeft">Whole seconds, rounded up.</param>
internal sealed record StoppingMessage(
    [property: Description("Number of rounds in progress; the service stops when they have ended.")] int Rounds,
    [property: Description("Seconds until the service stops even if rounds are in progress.")] int SecondsLeft)
{
    public static StoppingMessage? From(GameDrainStatus? status) =>
        status is null ? null : new StoppingMessage(status.Rounds, (int)Math.Ceiling(status.TimeLeft.TotalSeconds));
}
