using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;

namespace Phira.PluginService.Plugins.Interfaces.Events;

/// <summary>The interface <c>events</c>.</summary>
internal sealed class EventsInterface(IGameQueries queries, IGameEvents bus, IOptions<EmittingOptions> options, TimeProvider timeProvider)
    : StatefulHostInterface<EventsFunctions, TokenBucket>(
        "events",
        new("subscribe-event", events => events.Subscribe) { ConditionalPermission = PermissionNames.SubscribeEvents },
        new("unsubscribe-event", events => events.Unsubscribe),
        new("emit-event", events => events.Emit) { Permission = PermissionNames.EmitEvents })
{
    /// <inheritdoc />
    protected override TokenBucket CreatePluginState(PluginName plugin) => PluginRate.Of(options.Value.EmitsPerSecond, timeProvider);

    /// <inheritdoc />
    protected override EventsFunctions CreateInstance(InstanceScope scope, TokenBucket rate) => new(scope, queries, bus, rate);
}
