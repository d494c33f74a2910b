namespace Phira.PluginService.Plugins.Actors;

/// <summary>
/// An offer of an instance to the rest of the service while it is the active one: published at the swap, withdrawn when the plugin is not
/// active any more. While the plugin is restarted after a crash, the offer of the lost instance stays. May be called on any thread, for one
/// instance of a plugin at a time.
/// </summary>
internal interface IPublication
{
    /// <summary>Publishes for the instance, which is active now: replaces what the previous instance published.</summary>
    /// <param name="mailbox">The mailbox of the plugin.</param>
    void Publish(Mailbox mailbox);

    /// <summary>Withdraws what was published: the plugin is no longer active.</summary>
    void Withdraw();
}
