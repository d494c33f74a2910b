using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Catalog;
using Phira.PluginService.Plugins.Permissions;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>Asking for permissions, and taking into service what they were granted to.</summary>
internal sealed partial class PluginSupervisor
{
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
        var former = _approval.Held();
        var granted = await _runtime.Desk.GrantAsync(Record.Name, grants, requested, Record.Permissions, cause);
        if (!granted.IsSuccess)
        {
            return granted;
        }

        _approval.WithdrawCommands();
        var missing = PermissionRules.FindMissing(Record.Name, requested, Record.Permissions.Grants);
        if (State == PluginState.Running && missing is null && _approval.UpdateWaits)
        {
            // What goes wrong now is no fault of the grant; the older version is kept and its log says why.
            await ReloadAsync(entry, cause);
        }
        else if (Generation is not null && !former.SequenceEqual(_approval.Held()))
        {
            await RenewAsync(entry, cause);
        }

        if (Generation is not null)
        {
            _approval.Note(missing);
        }

        return Result.Success;
    }

    /// <summary>What the version in service asks for beyond its grants; null when nothing is missing.</summary>
    public Error? FindMissing() => _approval.FindMissing();

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
