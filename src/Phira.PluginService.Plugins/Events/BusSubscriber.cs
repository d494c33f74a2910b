using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Subscriptions;
using Phira.PluginService.Plugins.Telemetry;

namespace Phira.PluginService.Plugins.Events;

/// <summary>An active plugin, as the bus knows it.</summary>
/// <param name="OnOverrun">More waits for it than its mailbox may hold.</param>
/// <param name="OnBadAnswer">Called with the problem when the handler gave an unusable answer.</param>
internal sealed record BusSubscriber(
    PluginName Plugin,
    Mailbox Mailbox,
    Registrations Registrations,
    EventSequence Sequence,
    PluginCounters Counters,
    Action OnOverrun,
    Action<Error> OnBadAnswer);
