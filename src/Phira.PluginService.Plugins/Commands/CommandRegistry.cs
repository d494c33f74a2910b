using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Commands;

/// <summary>
/// The commands of the active plugins and of the host. A name belongs to the first plugin that claims it, until that plugin
/// withdraws it or is not active any more.
/// </summary>
internal sealed class CommandRegistry(IOptions<PluginsOptions> options, TimeProvider timeProvider)
    : ICommandRegistry, ICommandClaims
{
    private const string Host = "host";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, PluginName> _claims = [];
    private readonly Dictionary<PluginName, CommandOwner> _owners = [];
    private readonly Cooldowns _cooldowns = new(timeProvider);

    /// <inheritdoc />
    public IReadOnlyList<CommandDescription> Commands
    {
        get
        {
            lock (_lock)
            {
                return
                [
                    .. _owners.Values.SelectMany(owner => owner.Registrations.Commands.Values)
                        .Select(command => _claims.GetValueOrDefault(command.Name) == command.Owner
                            ? command
                            : command with { Name = $"{command.Owner}:{command.Name}" })
                        .Append(HelpCommand.Description)
                        .OrderBy(command => command.Name, StringComparer.Ordinal),
                ];
            }
        }
    }

    /// <inheritdoc />
    public string? Claim(PluginName plugin, string name)
    {
        if (name == HelpCommand.Name)
        {
            return Host;
        }

        lock (_lock)
        {
            var claimed = _claims.TryGetValue(name, out var owner) && owner != plugin;
            if (!claimed)
            {
                _claims[name] = plugin;
            }

            return claimed ? owner!.Value : null;
        }
    }

    /// <inheritdoc />
    public void Release(PluginName plugin, string name)
    {
        lock (_lock)
        {
            var offered = _owners.GetValueOrDefault(plugin)?.Registrations.Commands.ContainsKey(name) == true;
            if (_claims.GetValueOrDefault(name) == plugin && !offered)
            {
                _claims.Remove(name);
            }
        }
    }

    /// <summary>Adds the commands of a plugin that becomes active, or replaces those of its previous version.</summary>
    public void Put(CommandOwner owner)
    {
        lock (_lock)
        {
            _owners[owner.Plugin] = owner;
            ReleaseUnused(owner.Plugin);

            // A plugin that was stopped comes back with what its instance had registered; its names were free meanwhile.
            foreach (var name in owner.Registrations.Commands.Keys)
            {
                _claims.TryAdd(name, owner.Plugin);
            }
        }
    }

    /// <summary>Removes the commands of a plugin and frees their names.</summary>
    public void Remove(PluginName plugin)
    {
        lock (_lock)
        {
            _owners.Remove(plugin);
            ReleaseUnused(plugin);
        }
    }

    /// <summary>Frees the names that only a new version claimed which never took over.</summary>
    public void ReleaseClaims(PluginName plugin)
    {
        lock (_lock)
        {
            ReleaseUnused(plugin);
        }
    }

    /// <inheritdoc />
    public async Task<Result<string>> InvokeAsync(
        string name, string arguments, CommandCaller caller, CancellationToken cancellationToken)
    {
        if (name == HelpCommand.Name)
        {
            return HelpCommand.Run(Allowed(caller), arguments.Trim(), caller.Language);
        }

        if (Find(name) is not var (owner, command))
        {
            return HelpCommand.Unknown(name, Allowed(caller));
        }

        if (caller.Level < command.Level)
        {
            return new Error(CommandErrors.Forbidden, name, WitCommands.LevelName(command.Level));
        }

        var wait = _cooldowns.Use($"{owner.Plugin}:{command.Name}", caller, command.Cooldown);
        if (wait > TimeSpan.Zero)
        {
            return new Error(CommandErrors.CoolingDown, name, $"{Math.Ceiling(wait.TotalSeconds)}");
        }

        var delivery = new CommandDelivery(command.Name, arguments.Trim(), caller);
        owner.Mailbox.Post(delivery);
        try
        {
            return await delivery.Answer.WaitAsync(options.Value.CommandTimeout, timeProvider, cancellationToken);
        }
        catch (TimeoutException)
        {
            delivery.Forget();
            return new Error(PluginRuntimeErrors.TimedOut, owner.Plugin.Value);
        }
        catch (OperationCanceledException)
        {
            delivery.Forget();
            throw;
        }
    }

    private IEnumerable<CommandDescription> Allowed(CommandCaller caller) => Commands.Where(command => command.Level <= caller.Level);

    private (CommandOwner Owner, CommandDescription Command)? Find(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        lock (_lock)
        {
            var plugin = colon >= 0 && PluginName.TryParse(name[..colon], out var qualified)
                ? qualified
                : _claims.GetValueOrDefault(name);
            return plugin is not null
                && _owners.TryGetValue(plugin, out var owner)
                && owner.Registrations.Commands.TryGetValue(name[(colon + 1)..], out var command)
                    ? (owner, command)
                    : null;
        }
    }

    private void ReleaseUnused(PluginName plugin)
    {
        var offered = _owners.GetValueOrDefault(plugin)?.Registrations.Commands;
        foreach (var (name, _) in _claims.Where(claim => claim.Value == plugin && offered?.ContainsKey(claim.Key) != true).ToList())
        {
            _claims.Remove(name);
        }
    }
}
