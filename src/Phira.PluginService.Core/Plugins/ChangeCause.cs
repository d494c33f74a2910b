using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Plugins;

/// <summary>Who and what made a change.</summary>
/// <param name="Actor">Who: an administrator's token name, <c>host</c>, <c>supervisor</c>, <c>hot-reload</c> or <c>configuration</c>.</param>
/// <param name="Reason">What for, for the history.</param>
/// <param name="CorrelationId">Joins what one request caused; the request's trace id where there is one.</param>
public sealed record ChangeCause(string Actor, LocalizedText Reason, string CorrelationId)
{
    /// <summary>What makes the change; of a cause that was read from the database, what its actor says.</summary>
    public ChangeSource Source { get; private init; }

    /// <summary>Whether an administrator asked for it, as opposed to the service by itself.</summary>
    public bool IsByAdministrator => Source == ChangeSource.Administrator;

    /// <summary>The cause of what the service does by itself.</summary>
    /// <param name="source">What makes the change; not an administrator.</param>
    public static ChangeCause ByService(ChangeSource source, LocalizedText reason, string correlationId = "") =>
        new(ActorOf(source), reason, correlationId) { Source = source };

    /// <summary>A cause as it was stored.</summary>
    public static ChangeCause Stored(string actor, LocalizedText reason, string correlationId) => new(actor, reason, correlationId)
    {
        Source = Array.Find(Enum.GetValues<ChangeSource>(), source => source != ChangeSource.Administrator && ActorOf(source) == actor),
    };

    private static string ActorOf(ChangeSource source) => source switch
    {
        ChangeSource.Host => "host",
        ChangeSource.Supervisor => "supervisor",
        ChangeSource.HotReload => "hot-reload",
        ChangeSource.Configuration => "configuration",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "An administrator has a name."),
    };
}
