using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Plugins;

/// <summary>The author of a change and the reason for it.</summary>
/// <param name="Actor">Name of an administrator's token, or <c>host</c>, <c>supervisor</c>, <c>hot-reload</c> or <c>configuration</c>.</param>
/// <param name="Reason">The reason in the history.</param>
/// <param name="CorrelationId">Joins the effects of one request; the request's trace id where there is one.</param>
public sealed record ChangeCause(string Actor, LocalizedText Reason, string CorrelationId)
{
    /// <summary>The author of the change; derived from the actor for a cause that was read from the database.</summary>
    public ChangeSource Source { get; private init; }

    /// <summary>Whether an administrator asked for it, as opposed to the service by itself.</summary>
    public bool IsByAdministrator => Source == ChangeSource.Administrator;

    /// <summary>Returns the cause of a change that the service makes by itself.</summary>
    /// <param name="source">The part of the service that makes the change; not an administrator.</param>
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
