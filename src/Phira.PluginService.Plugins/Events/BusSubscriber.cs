using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Subscriptions;
using Phira.PluginService.Plugins.Telemetry;

namespace Phira.PluginService.Plugins.Events;

/// <summary>An active plugin, as the bus knows it.</summary>
/// <param name="OnOverrun">More waits for it than its mailbox may hold.</param>
/// <param name="OnBadAnswer">Its handler gave an answer that nothing can be done with: what is wrong with it.</param>
internal sealed record BusSubscriber(
    PluginName Plugin,
    Mailbox Mailbox,
    Registrations Registrations,
    EventSequence Sequence,
    PluginCounters Counters,
    Action OnOverrun,
    Action<Error> OnBadAnswer);
