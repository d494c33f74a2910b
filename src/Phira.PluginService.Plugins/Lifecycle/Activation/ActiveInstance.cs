using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Commands;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Health;
using Phira.PluginService.Plugins.Lifecycle.Generations;

namespace Phira.PluginService.Plugins.Lifecycle.Activation;

/// <summary>
/// The one instance of a plugin that receives events and commands: which version it is, whether it is active, what waits for it, and how it says it
/// does. Operations change it one at a time; only a fault, on the plugin's own thread, comes in between, and can do no more than
/// take the version out of service: hence the lock.
/// </summary>
/// <param name="onOverrun">Called when more waits for it than its mailbox may ever hold.</param>
/// <param name="onCritical">Called on the plugin's own thread when it says that it is in a critical state.</param>
internal sealed class ActiveInstance(PluginRecord record, PluginRuntime runtime, Action onOverrun, Action<PluginHealth> onCritical)
{
    private readonly Lock _service = new();
    private Generation? _generation;
    private Mailbox? _mailbox;
    private HealthWatch? _health;
    private bool _inService;

    /// <summary>The version in service or stopped; null when there is none.</summary>
    public Generation? Generation => Volatile.Read(ref _generation);

    /// <summary>Entries waiting for it.</summary>
    public Mailbox? Mailbox => Volatile.Read(ref _mailbox);

    /// <summary>What speaks against the plugin's health by its own account; null when nothing does.</summary>
    public PluginHealth? Complaint => Volatile.Read(ref _health)?.Complaint;

    /// <summary>Sets the instance without making it active.</summary>
    /// <param name="generation">The version; null for none.</param>
    public void Give(Generation? generation) => Volatile.Write(ref _generation, generation);

    /// <summary>Puts a version into service.</summary>
    public void PutIn(Generation generation, Mailbox mailbox)
    {
        lock (_service)
        {
            Volatile.Write(ref _generation, generation);
            Volatile.Write(ref _mailbox, mailbox);
            _inService = true;
            WatchHealth(generation, mailbox);
        }

        mailbox.Resume();
        Publish(generation, mailbox);
    }

    /// <summary>Nothing reaches the plugin any more, and nothing waits for it.</summary>
    public bool TakeOut(Error reason)
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

        runtime.Events.Remove(record.Name);
        runtime.Commands.Remove(record.Name);
        mailbox.Close(reason);
        return running;
    }

    /// <summary>Takes a version out of service that is lost. What comes waits in the mailbox.</summary>
    /// <returns>False when it was not in service.</returns>
    public bool TryLose(Generation generation, out Mailbox mailbox)
    {
        lock (_service)
        {
            mailbox = _mailbox!;
            if (generation != Generation || !_inService)
            {
                return false;
            }

            _inService = false;
            EndHealthWatch();
            return true;
        }
    }

    /// <summary>Keeps the plugin in service while nobody works for it: what comes waits in the mailbox for the next version.</summary>
    /// <returns>False when it was not in service.</returns>
    public bool TryHold(out Mailbox mailbox)
    {
        lock (_service)
        {
            mailbox = _mailbox!;
            if (!_inService)
            {
                return false;
            }

            _inService = false;
            return true;
        }
    }

    /// <summary>Ends a hold, in favour of the version that was held.</summary>
    public void Resume(Generation old, Mailbox mailbox)
    {
        lock (_service)
        {
            _inService = true;
        }

        old.Actor.Serve(mailbox);
    }

    /// <summary>The instance is no longer active; nobody else has noticed.</summary>
    public void Suspend()
    {
        lock (_service)
        {
            _inService = false;
        }
    }

    /// <summary>Ends a hold, in favour of another version.</summary>
    public void Swap(Generation fresh, Mailbox mailbox)
    {
        lock (_service)
        {
            Volatile.Write(ref _generation, fresh);
            _inService = true;
            WatchHealth(fresh, mailbox);
        }

        Publish(fresh, mailbox);
    }

    /// <summary>Asks the version in service how it does, without waiting for the usual time.</summary>
    public void AskHealth() => Volatile.Read(ref _health)?.Ask();

    private void Publish(Generation generation, Mailbox mailbox)
    {
        runtime.Commands.Put(new CommandOwner(record.Name, mailbox, generation.Registrations));
        runtime.Events.Put(new BusSubscriber(record.Name, mailbox, generation.Registrations, onOverrun));
    }

    // Called with the lock held.
    private void WatchHealth(Generation generation, Mailbox mailbox)
    {
        EndHealthWatch();
        if (generation.ChecksHealth)
        {
            Volatile.Write(ref _health, new HealthWatch(mailbox, runtime.Options.HealthInterval, runtime.Time, onCritical));
        }
    }

    // Called with the lock held.
    private void EndHealthWatch()
    {
        _health?.Dispose();
        Volatile.Write(ref _health, null);
    }
}
