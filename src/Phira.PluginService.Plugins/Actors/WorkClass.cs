namespace Phira.PluginService.Plugins.Actors;

/// <summary>
/// The treatment of a piece of work when a mailbox is full. Within one class order is kept; events are taken in the order they came.
/// </summary>
internal enum WorkClass
{
    /// <summary>Work with a caller that waits for the answer: offers of before-events and commands. Taken first; refused when there are too many.</summary>
    Urgent,

    /// <summary>Events about who is here and what is allowed: never dropped.</summary>
    Kept,

    /// <summary>Other events: dropped, oldest first, when no high-rate event is left to drop.</summary>
    Ordinary,

    /// <summary>Touches and judgements: dropped first, oldest first.</summary>
    HighRate,
}
