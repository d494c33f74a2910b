using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Guests;

namespace Phira.PluginService.Plugins.Health;

/// <summary>The question to one plugin how it does.</summary>
/// <param name="answered">Hears the answer; null when the question was not put.</param>
internal sealed class HealthDelivery(Action<GuestAnswer<HealthReport>?> answered) : WorkItem
{
    /// <inheritdoc />
    public override string Description => "health check";

    /// <inheritdoc />
    public override void Execute(PluginGuest guest) => answered(guest.CheckHealth());

    /// <inheritdoc />
    public override void Fail(Error error) => answered(null);
}
