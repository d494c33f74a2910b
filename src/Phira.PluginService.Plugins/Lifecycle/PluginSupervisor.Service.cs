using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Commands;
using Phira.PluginService.Plugins.Engine;
using Phira.PluginService.Plugins.Engine.Execution;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Lifecycle.Generations;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>Coming into service and going out of it.</summary>
internal sealed partial class PluginSupervisor
{
    private void PutInService(Generation generation, Mailbox mailbox)
    {
        lock (_service)
        {
            Volatile.Write(ref _generation, generation);
            Volatile.Write(ref _mailbox, mailbox);
            _inService = true;
            WatchHealth(generation, mailbox);
        }

        mailbox.Resume();
        _runtime.Commands.Put(new CommandOwner(Record.Name, mailbox, generation.Registrations));
        _runtime.Events.Put(new BusSubscriber(Record.Name, mailbox, generation.Registrations, OnOverrun));
    }

    /// <summary>Nothing reaches the plugin any more, and nothing waits for it.</summary>
    /// <returns>Whether it was in service.</returns>
    private bool TakeOutOfService(Error reason)
    {
        Mailbox? mailbox;
        bool running;
        lock (_service)
        {
            (running, _inService) = (_inService, false);
            mailbox = _mailbox;
            Volatile.Write(ref _mailbox, null);
            EndHealthWatch();
        }

        if (mailbox is null)
        {
            return false;
        }

        _runtime.Events.Remove(Record.Name);
        _runtime.Commands.Remove(Record.Name);
        mailbox.Close(reason);
        return running;
    }

    private void OnOverrun()
    {
        if (Generation is { } generation)
        {
            Record.Counters.LimitHit(LimitNames.EventQueue);
            var error = new Error(PluginRuntimeErrors.LimitExceeded, LimitNames.EventQueue, "on-event");
            var fault = new GuestFault(FaultKind.Limit, error, LimitNames.EventQueue, "the mailbox is beyond its hard limit");
            if (generation.TryLose(new Loss(fault, During: null)))
            {
                OnFault(generation, generation.Loss!);
            }
        }
    }

    private void OnConfigSaved(Generation generation, ConfigInForce config)
    {
        generation.ConfigSaved(config);
        _runtime.Events.Publish(new ConfigChanged(Record.Name, config.Revision));
    }
}
