using System.Collections.Immutable;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Catalog;
using Phira.PluginService.Plugins.Manifest;
using Phira.PluginService.Plugins.Permissions;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>Asking for permissions, and taking into service what they were granted to.</summary>
internal sealed partial class PluginSupervisor
{
    private bool _updateWaits;

    /// <summary>
    /// Replaces all that the plugin is allowed. It is in force at once; what waited for it is loaded, and an instance that holds files or
    /// variables by its former grants is replaced.
    /// </summary>
    /// <param name="entry">Where the plugin is.</param>
    /// <param name="grants">What it is allowed.</param>
    /// <param name="cause">Who decides and why.</param>
    public async Task<Result> GrantAsync(CatalogEntry entry, IReadOnlyList<GrantRequest> grants, ChangeCause cause)
    {
        var requested = PermissionRequests.Of(entry.Manifest);
        var former = Held();
        var granted = await _runtime.Desk.GrantAsync(Record.Name, grants, requested, Record.Permissions, cause);
        if (!granted.IsSuccess)
        {
            return granted;
        }

        WithdrawCommands();
        var missing = PermissionRules.FindMissing(Record.Name, requested, Record.Permissions.Grants);
        if (State == PluginState.Running && missing is null && _updateWaits)
        {
            // What goes wrong now is no fault of the grant; the older version is kept and its log says why.
            await ReloadAsync(entry, cause);
        }
        else if (Generation is not null && !former.SequenceEqual(Held()))
        {
            await RenewAsync(entry, cause);
        }

        if (Generation is not null)
        {
            SetPending(missing);
        }

        return Result.Success;
    }

    /// <summary>What the version in service asks for beyond its grants; null when nothing is missing.</summary>
    public Error? FindMissing() => Generation is { } generation
        ? PermissionRules.FindMissing(
            Record.Name, PermissionRequests.Of(generation.Blueprint.Manifest), Record.Permissions.Grants)
        : null;

    /// <summary>Puts the stored grants into force, and finds what a version asks for beyond them.</summary>
    private Task<Error?> AskAsync(PluginManifest manifest) =>
        _runtime.Desk.AskAsync(Record.Name, PermissionRequests.Of(manifest), Record.Permissions);

    /// <summary>Keeps the plugin out of service until it is granted what it asks for.</summary>
    private Result Wait(Error missing, ChangeCause cause)
    {
        _runtime.Commands.ReleaseClaims(Record.Name);
        Journal.Move(PluginState.PendingApproval, cause, missing, status => status with { Pending = missing });
        return missing;
    }

    private void SetPending(Error? missing)
    {
        if (missing is null)
        {
            _updateWaits = false;
        }

        if (Journal.Status.Pending is not null || missing is not null)
        {
            Journal.Note(status => status with { Pending = missing }, tell: true);
        }
    }

    // A command is used by others; that the plugin may no longer offer it must not wait for the plugin.
    private void WithdrawCommands()
    {
        if (Generation is not { } generation)
        {
            return;
        }

        foreach (var name in generation.Registrations.Commands.Keys)
        {
            if (!generation.Permissions.Covers(PermissionNames.RegisterCommands, new PermissionTarget { Command = name }))
            {
                generation.Registrations.Unregister(name);
                _runtime.Commands.Release(Record.Name, name);
            }
        }
    }

    // What an instance is given when it is made, and holds for as long as it lives.
    private ImmutableArray<string> Held()
    {
        if (Generation is not { } generation)
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

    private async Task RenewAsync(CatalogEntry entry, ChangeCause cause)
    {
        var (old, start) = (Generation!, State == PluginState.Running);
        if (start)
        {
            await ReplaceAsync(old.Blueprint, cause);
        }

        if (Generation == old)
        {
            // An instance that could not be replaced still holds what was taken away: better none.
            await UnloadAsync(cause, hurry: false);
            await LoadAsync(entry, start, cause);
        }
    }
}
