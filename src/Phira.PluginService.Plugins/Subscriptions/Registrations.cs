using System.Collections.Immutable;
using Phira.PluginService.Core.Commands;

namespace Phira.PluginService.Plugins.Subscriptions;

/// <summary>
/// The subscriptions and commands of one instance. They count only while the instance is the active one, so a new version can prepare its own
/// beside the old one's. Written by the instance's thread, read by the event bus and the registry of commands.
/// </summary>
internal sealed class Registrations
{
    private readonly Lock _lock = new();
    private ImmutableDictionary<(string Type, bool Before), Subscription> _subscriptions =
        ImmutableDictionary<(string, bool), Subscription>.Empty;

    private ImmutableDictionary<string, CommandDescription> _commands = ImmutableDictionary<string, CommandDescription>.Empty;

    /// <summary>Raised after every change, on the instance's thread.</summary>
    public event Action? Changed;

    /// <summary>The subscriptions.</summary>
    public IEnumerable<Subscription> Subscriptions => Volatile.Read(ref _subscriptions).Values;

    /// <summary>The commands by name.</summary>
    public IReadOnlyDictionary<string, CommandDescription> Commands => Volatile.Read(ref _commands);

    /// <summary>Adds or replaces a subscription.</summary>
    /// <param name="maximum">The most that there may be.</param>
    /// <returns>False when there are too many.</returns>
    public bool TrySubscribe(Subscription subscription, int maximum)
    {
        lock (_lock)
        {
            var changed = _subscriptions.SetItem((subscription.Type, subscription.IsBefore), subscription);
            if (changed.Count > maximum)
            {
                return false;
            }

            Volatile.Write(ref _subscriptions, changed);
        }

        Changed?.Invoke();
        return true;
    }

    /// <summary>Ends both subscriptions to a type.</summary>
    public void Unsubscribe(string type)
    {
        lock (_lock)
        {
            Volatile.Write(ref _subscriptions, _subscriptions.Remove((type, true)).Remove((type, false)));
        }

        Changed?.Invoke();
    }

    /// <summary>Adds or replaces a command.</summary>
    /// <param name="maximum">The most that there may be.</param>
    /// <returns>False when there are too many.</returns>
    public bool TryRegister(CommandDescription command, int maximum)
    {
        lock (_lock)
        {
            var changed = _commands.SetItem(command.Name, command);
            if (changed.Count > maximum)
            {
                return false;
            }

            Volatile.Write(ref _commands, changed);
        }

        Changed?.Invoke();
        return true;
    }

    /// <summary>Removes a command.</summary>
    public bool Unregister(string name)
    {
        lock (_lock)
        {
            if (!_commands.ContainsKey(name))
            {
                return false;
            }

            Volatile.Write(ref _commands, _commands.Remove(name));
        }

        Changed?.Invoke();
        return true;
    }
}
