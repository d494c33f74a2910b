using System.Collections.Immutable;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Manifest;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Permissions;

namespace Phira.PluginService.Plugins.Lifecycle.Activation;

/// <summary>Knows what one plugin waits to be granted, and what of its grants the version in service holds. Used in an operation of the plugin.</summary>
internal sealed class ApprovalWait(PluginRecord record, PluginJournal journal, PluginRuntime runtime, ActiveInstance active)
{
    /// <summary>Whether a newer version than the running one waits for its grants.</summary>
    public bool UpdateWaits { get; private set; }

    /// <summary>What the version in service asks for beyond its grants; null when nothing is missing.</summary>
    public Error? FindMissing() => active.Generation is { } generation
        ? runtime.Permissions.Rules.FindMissing(
            record.Name, PermissionRequests.Of(generation.Blueprint.Manifest), record.Permissions.Grants)
        : null;

    /// <summary>Puts the stored grants into force, and finds what a version asks for beyond them.</summary>
    public Task<Error?> AskAsync(PluginManifest manifest) =>
        runtime.Permissions.AskAsync(record.Name, PermissionRequests.Of(manifest), record.Permissions);

    /// <summary>Keeps the plugin out of service until it is granted what it asks for.</summary>
    public Result Begin(Error missing, ChangeCause cause)
    {
        active.TakeOut(missing);
        runtime.Commands.ReleaseClaims(record.Name);
        journal.Move(PluginState.PendingApproval, cause, missing, status => status with { Pending = missing });
        return missing;
    }

    /// <summary>A newer version waits; the running one goes on.</summary>
    public void BeginUpdate(Error missing)
    {
        UpdateWaits = true;
        Note(missing);
    }

    /// <summary>Notes what is missing now.</summary>
    /// <param name="missing">What; null when nothing is.</param>
    public void Note(Error? missing)
    {
        if (missing is null)
        {
            UpdateWaits = false;
        }

        if (journal.Status.Pending is not null || missing is not null)
        {
            journal.Note(status => status with { Pending = missing }, tell: true);
        }
    }

    /// <summary>Takes away the commands that are no longer granted.</summary>
    public void WithdrawCommands()
    {
        // A command is used by others; that the plugin may no longer offer it must not wait for the plugin.
        if (active.Generation is not { } generation)
        {
            return;
        }

        foreach (var name in generation.Registrations.Commands.Keys)
        {
            if (!generation.Permissions.Covers(PermissionNames.RegisterCommands, new PermissionTarget { Command = name }))
            {
                generation.Registrations.Unregister(name);
                runtime.Commands.Release(record.Name, name);
            }
        }
    }

    /// <summary>What an instance is given when it is made, and holds for as long as it lives.</summary>
    public ImmutableArray<string> Held()
    {
        if (active.Generation is not { } generation)
        {
            return [];
        }

        var inForce = generation.Permissions.InForce;
        return
        [
            .. ((string[])[PermissionNames.Filesystem, PermissionNames.Environment])
                .Select(name => inForce.TryGetValue(name, out var held) ? ScopesJson.Write(held) : ""),
        ];
    }
}
