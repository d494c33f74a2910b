using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Commands;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Health;
using Phira.PluginService.Plugins.Lifecycle.Instances;
using Phira.PluginService.Plugins.Lifecycle.Records;

namespace Phira.PluginService.Plugins.Lifecycle.Activation;

/// <summary>
/// The one instance of a plugin that receives events and commands: which version it is, what waits for it, and how it says it does. Operations
/// change it one at a time; only a loss, on the plugin's own thread, comes in between and suspends it: hence the lock.
/// </summary>
/// <param name="onOverrun">Called when more waits for it than its mailbox may ever hold.</param>
/// <param name="onCritical">Called on the plugin's own thread when it says that it is in a critical state.</param>
internal sealed class ActiveInstance(PluginRecord record, PluginRuntime runtime, Action onOverrun, Action<PluginHealth> onCritical)
{
    private readonly Lock _lock = new();
    private PluginInstance? _instance;
    private Mailbox? _mailbox;
    private HealthWatch? _health;
    private PluginInstance? _published;

    /// <summary>The instance that is active, stopped or lost; null when there is none.</summary>
    public PluginInstance? Instance => Volatile.Read(ref _instance);

    /// <summary>Entries waiting for it.</summary>
    public Mailbox? Mailbox => Volatile.Read(ref _mailbox);

    /// <summary>The problem that the plugin itself reports; null when it reports none.</summary>
    public PluginHealth? Complaint => Volatile.Read(ref _health)?.Complaint;

    /// <summary>Sets the instance without making it active.</summary>
    /// <param name="instance">The instance; null for none.</param>
    public void Set(PluginInstance? instance)
    {
        lock (_lock)
        {
            Volatile.Write(ref _instance, instance);
        }
    }

    /// <summary>Events and commands reach an instance from now on; what waited for the one before waits for it.</summary>
    public void Activate(PluginInstance instance)
    {
        var mailbox = Mailbox ?? new Mailbox(record.Name, runtime.Options.QueueCapacity, record.Counters);
        lock (_lock)
        {
            Volatile.Write(ref _instance, instance);
            Volatile.Write(ref _mailbox, mailbox);
            _published = instance;
            EndHealthWatch();
            if (instance.ChecksHealth)
            {
                Volatile.Write(ref _health, new HealthWatch(mailbox, runtime.Options.HealthInterval, runtime.TimeProvider, onCritical));
            }
        }

        mailbox.Resume();
        runtime.Commands.Put(new CommandOwner(record.Name, mailbox, instance.Registrations));
        runtime.Events.Put(
            new BusSubscriber(record.Name, mailbox, instance.Registrations, record.Sequence, record.Counters, onOverrun, OnBadAnswer));
        foreach (var publication in instance.Publications)
        {
            publication.Publish(mailbox);
        }
    }

    /// <summary>Starts the delivery of waiting work to the instance.</summary>
    public void Serve(PluginInstance instance)
    {
        if (Mailbox is { } mailbox)
        {
            instance.Actor.Serve(mailbox);
        }
    }

    /// <summary>Removes the plugin from events and commands, and answers all callers that wait.</summary>
    public void Deactivate(Error reason)
    {
        Mailbox? mailbox;
        PluginInstance? published;
        lock (_lock)
        {
            (mailbox, published) = (_mailbox, _published);
            Volatile.Write(ref _mailbox, null);
            _published = null;
            EndHealthWatch();
        }

        if (mailbox is not null)
        {
            runtime.Events.Remove(record.Name);
            runtime.Commands.Remove(record.Name);
            foreach (var publication in published!.Publications)
            {
                publication.Withdraw();
            }

            mailbox.Close(reason);
        }
    }

    /// <summary>Suspends the mailbox until the plugin is started again.</summary>
    /// <param name="lost">The instance that is lost; null when none was made.</param>
    /// <param name="reason">The answer to those who wait for one.</param>
    /// <param name="again">The event to deliver once more; null when there is none.</param>
    public void Suspend(PluginInstance? lost, Error reason, WorkItem? again)
    {
        Mailbox? mailbox;
        lock (_lock)
        {
            // Another instance may be active by now.
            if (_instance is not null && _instance != lost)
            {
                return;
            }

            mailbox = _mailbox;
            EndHealthWatch();
        }

        mailbox?.Suspend(reason, again);
    }

    /// <summary>Asks the active instance about its health at once.</summary>
    public void AskHealth() => Volatile.Read(ref _health)?.Ask();

    /// <summary>Takes back at once what the plugin may no longer offer to others, because its grants have changed.</summary>
    public void OnGrantsChanged()
    {
        IEnumerable<PluginInstance?> instances;
        lock (_lock)
        {
            // While the plugin is restarted, others still know what a lost instance has published.
            instances = [_instance, _published];
        }

        foreach (var observer in instances.OfType<PluginInstance>().Distinct().SelectMany(instance => instance.GrantObservers))
        {
            observer.OnGrantsChanged();
        }
    }

    private void OnBadAnswer(Error error)
    {
        record.Counters.GuestError();
        record.Log.Write(PluginLogLevel.Warn, $"on-event: {error.Message()}", []);
    }

    // Called with the lock held.
    private void EndHealthWatch()
    {
        _health?.Dispose();
        Volatile.Write(ref _health, null);
    }
}
