namespace Phira.PluginService.Core.Events;

/// <summary>
/// A predefined event without a case of its own in the WIT's variant, which never changes within a major version. Plugins receive it as a custom
/// event of the host, with its payload as JSON.
/// </summary>
/// <param name="Type">The stable name plugins subscribe to.</param>
public abstract record AddedEvent(string Type) : GameEvent(Type);
