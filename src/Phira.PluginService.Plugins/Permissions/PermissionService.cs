using System.Collections.Immutable;
using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Permissions;

/// <summary>Grants permissions: plugins ask for them, and administrators decide.</summary>
/// <param name="audit">The log with the decisions up to now.</param>
internal sealed class PermissionService(
    PluginsOptions options, IPermissionStore store, IAuditLog audit, PermissionUsageRecorder usage, TimeProvider timeProvider)
{
    private const int DaysShown = 30;

    private static readonly ChangeCause TrustCause = ChangeCause.ByService(ChangeSource.Configuration, LocalizedText.Of("cause.trusted"));

    private readonly PermissionRules _rules = new(options.Security);

    /// <summary>The rules of the host's security policy.</summary>
    public PermissionRules Rules => _rules;

    /// <summary>Applies the grants of a plugin and finds the requests of its manifest beyond them.</summary>
    /// <returns>The error that names the missing permissions; null when it may run.</returns>
    public async Task<Error?> AskAsync(
        PluginName plugin, ImmutableSortedDictionary<string, PermissionRequest> requested, GrantSet grantSet)
    {
        var stored = await store.GetGrantsAsync(plugin, CancellationToken.None);
        var effective = _rules.EffectiveGrants(stored);
        if (options.Approval == ApprovalPolicy.Trust
            && _rules.FindMissing(plugin, requested, effective) is not null
            && !await IsDecidedAsync(plugin, stored))
        {
            var trusted = _rules.Cap(requested);
            try
            {
                await StoreAsync(plugin, stored, trusted, TrustCause);
            }
            catch (StorageException exception)
            {
                return exception.Error;
            }

            effective = trusted;
        }

        grantSet.Grants = effective;
        return _rules.FindMissing(plugin, requested, effective);
    }

    /// <summary>Replaces all that a plugin is allowed. What it is allowed applies when this returns, also for running instances.</summary>
    public async Task<Result> GrantAsync(
        PluginName plugin,
        IReadOnlyList<GrantRequest> grants,
        ImmutableSortedDictionary<string, PermissionRequest> requested,
        GrantSet grantSet,
        ChangeCause cause)
    {
        var read = _rules.Read(plugin, grants, requested);
        if (!read.IsSuccess)
        {
            return read.Error;
        }

        var stored = await store.GetGrantsAsync(plugin, CancellationToken.None);
        await StoreAsync(plugin, stored, read.Value, cause);
        grantSet.Grants = _rules.EffectiveGrants(await store.GetGrantsAsync(plugin, CancellationToken.None));
        return Result.Success;
    }

    /// <summary>Shows what a plugin asks for, is granted and uses.</summary>
    public async Task<PluginPermissions> ShowAsync(
        PluginName plugin,
        string? version,
        ImmutableSortedDictionary<string, PermissionRequest> requested,
        CancellationToken cancellationToken)
    {
        var stored = (await store.GetGrantsAsync(plugin, cancellationToken)).ToDictionary(grant => grant.Permission, StringComparer.Ordinal);
        var uses = await usage.GetUsesAsync(plugin, DaysShown, cancellationToken);
        var effective = _rules.EffectiveGrants(stored.Values);
        var names = requested.Keys.Concat(stored.Keys).Concat(uses.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new PluginPermissions(plugin, version, [.. names.Select(Show)]);

        PermissionStatus Show(string name)
        {
            var (request, grant) = (requested.GetValueOrDefault(name), stored.GetValueOrDefault(name));
            return new PermissionStatus(name)
            {
                RequestedScopesJson = request is null ? null : ScopesJson.Write(request),
                GrantedScopesJson = effective.TryGetValue(name, out var granted) ? ScopesJson.Write(granted) : null,
                GrantedBy = grant?.GrantedBy,
                GrantedAt = grant?.GrantedAt,
                IsPending = request is not null && PermissionRules.IsMissing(request, effective),
                ForbiddenBy = request is null ? null : _rules.ForbiddenBy(request),
                UsesIn30Days = uses.GetValueOrDefault(name),
            };
        }
    }

    // A plugin that somebody has decided about is no longer trusted blindly: what was taken away must not come back by itself.
    private async Task<bool> IsDecidedAsync(PluginName plugin, IReadOnlyList<PermissionGrant> stored)
    {
        if (stored.Any(grant => grant.GrantedBy != TrustCause.Actor))
        {
            return true;
        }

        var revoked = await audit.ReadAsync(
            new AuditQuery { Action = PluginAuditActions.Revoke, Target = $"plugin:{plugin}", Count = 1 }, CancellationToken.None);
        return revoked.Any(entry => entry.Record.Actor != TrustCause.Actor);
    }

    private async Task StoreAsync(
        PluginName plugin,
        IReadOnlyList<PermissionGrant> stored,
        ImmutableSortedDictionary<string, PermissionRequest> wanted,
        ChangeCause cause)
    {
        var now = timeProvider.GetUtcNow();
        var previous = stored.ToDictionary(grant => grant.Permission, StringComparer.Ordinal);
        var grants = wanted.Values.Select(grant => Keep(grant) ?? new PermissionGrant(plugin, grant.Name, ScopesJson.Write(grant), cause.Actor, now))
            .ToArray();
        await store.SetGrantsAsync(plugin, grants, CancellationToken.None);
        foreach (var grant in grants.Except(stored))
        {
            await usage.RecordAsync(Record(plugin, PluginAuditActions.Grant, $"{grant.Permission} {grant.ScopesJson}", cause));
        }

        foreach (var revoked in stored.Where(grant => !wanted.ContainsKey(grant.Permission)))
        {
            await usage.RecordAsync(Record(plugin, PluginAuditActions.Revoke, revoked.Permission, cause));
        }

        PermissionGrant? Keep(PermissionRequest grant) =>
            previous.TryGetValue(grant.Name, out var kept) && kept.ScopesJson == ScopesJson.Write(grant) ? kept : null;
    }

    private static AuditRecord Record(PluginName plugin, string action, string what, ChangeCause cause) => new(
        cause.Actor,
        action,
        $"plugin:{plugin}",
        AuditReason.With(what, cause.Reason),
        AuditRecord.Done,
        cause.CorrelationId);
}
