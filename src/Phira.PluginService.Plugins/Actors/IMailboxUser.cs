namespace Phira.PluginService.Plugins.Actors;

/// <summary>Sends work to the mailbox that an instance takes its work from.</summary>
internal interface IMailboxUser
{
    /// <summary>Takes the mailbox that the instance uses from now on.</summary>
    void DeliverTo(Mailbox mailbox);
}
