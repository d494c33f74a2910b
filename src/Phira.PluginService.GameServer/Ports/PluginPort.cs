using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Events;

namespace Phira.PluginService.GameServer.Ports;

/// <summary>
/// The plugins as the game sees them. Resolved at first use: the plugin side is built on the game's own ports, and neither
/// could be constructed first otherwise.
/// </summary>
internal sealed class PluginPort(IServiceProvider services, TimeProvider time)
{
    /// <summary>Longer than any sensible deadline of the plugins, and within the 7 s after which the game gives a request up.</summary>
    public static readonly TimeSpan LastResort = TimeSpan.FromSeconds(5);

    private readonly Lazy<IGameEvents> _events = new(services.GetRequiredService<IGameEvents>);
    private readonly Lazy<ICommandRegistry> _commands = new(services.GetRequiredService<ICommandRegistry>);

    public ICommandRegistry Commands => _commands.Value;

    /// <summary>
    /// Asks the plugins. They have a deadline of their own; should even that fail, the player must still get an answer, and
    /// the action goes on.
    /// </summary>
    public async Task<EventDecision> OfferAsync(GameEvent gameEvent, CancellationToken cancellationToken)
    {
        try
        {
            return await _events.Value.OfferAsync(gameEvent, cancellationToken).AsTask().WaitAsync(LastResort, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return EventDecision.Proceed;
        }
    }

    public bool HasSubscribers(string type) => _events.Value.HasSubscribers(type);

    public void Publish(GameEvent gameEvent) => _events.Value.Publish(gameEvent);
}
