using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Packaging.Text;

namespace Phira.PluginService.Plugins.Permissions;

/// <summary>Judges grants: what the host's security policy allows at all, what an administrator may give, and what is missing.</summary>
internal sealed class PermissionRules
{
    private static readonly ImmutableSortedDictionary<string, (string Flag, string? List)> Keys =
        new Dictionary<string, (string, string?)>
        {
            [PermissionNames.Filesystem] = ("allow_filesystem", "allowed_filesystem_paths"),
            [PermissionNames.Network] = ("allow_network", "allowed_network_hosts"),
            [PermissionNames.Subprocess] = ("allow_subprocesses", "allowed_commands"),
            [PermissionNames.Environment] = ("allow_environment", "allowed_environment_vars"),
            [PermissionNames.SystemInfo] = ("allow_system_info", null),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private readonly ImmutableSortedDictionary<string, PermissionRequest> _policy;

    /// <param name="policy">The policy that no plugin may exceed.</param>
    public PermissionRules(SecurityPolicy policy) => _policy = PermissionRequests.Of(policy)
        .Select(allowed => allowed with
        {
            // The policy says where; whether a plugin may write there is decided with the grant.
            Write = allowed.Name == PermissionNames.Filesystem,
            Hosts = allowed.Hosts is { } hosts && hosts.Contains(SecurityPolicy.AnyHost) ? null : allowed.Hosts,
        })
        .ToImmutableSortedDictionary(allowed => allowed.Name, allowed => allowed, StringComparer.Ordinal);

    /// <summary>Stored grants as far as the policy of today lets them be.</summary>
    public ImmutableSortedDictionary<string, PermissionRequest> EffectiveGrants(IEnumerable<PermissionGrant> grants)
    {
        var effective = ImmutableSortedDictionary.CreateBuilder<string, PermissionRequest>(StringComparer.Ordinal);
        foreach (var grant in grants)
        {
            // A permission or scope that a later version of the service wrote is nothing that this one could grant.
            if (KnownPermissions.All.ContainsKey(grant.Permission)
                && ScopesJson.Read(grant.Permission, grant.ScopesJson) is { IsSuccess: true, Value: var granted }
                && Cap(granted) is { } capped)
            {
                effective[grant.Permission] = capped;
            }
        }

        return effective.ToImmutable();
    }

    /// <summary>A permission as far as the policy lets it be; null when it does not.</summary>
    public PermissionRequest? Cap(PermissionRequest request)
    {
        if (!Keys.ContainsKey(request.Name))
        {
            return request;
        }

        return _policy.TryGetValue(request.Name, out var allowed) ? PermissionScopes.Meet(request, allowed) : null;
    }

    /// <summary>Permissions as far as the policy lets them be.</summary>
    public ImmutableSortedDictionary<string, PermissionRequest> Cap(ImmutableSortedDictionary<string, PermissionRequest> requests) =>
        requests.Values.Select(Cap).OfType<PermissionRequest>()
            .ToImmutableSortedDictionary(request => request.Name, request => request, StringComparer.Ordinal);

    /// <summary>Reads the grants that an administrator requests.</summary>
    /// <returns>The grants by name, or every reason why they cannot be given.</returns>
    public Result<ImmutableSortedDictionary<string, PermissionRequest>> Read(
        PluginName plugin, IReadOnlyList<GrantRequest> grants, ImmutableSortedDictionary<string, PermissionRequest> requested)
    {
        var read = ImmutableSortedDictionary.CreateBuilder<string, PermissionRequest>(StringComparer.Ordinal);
        var problems = new List<Error>();
        foreach (var grant in grants)
        {
            var one = Read(plugin, grant, requested);
            if (one.IsSuccess && !read.TryAdd(one.Value.Name, one.Value))
            {
                one = new Error(PermissionErrors.Twice, grant.Permission);
            }

            if (one.Error is { } problem)
            {
                problems.Add(problem);
            }
        }

        return problems.Count == 0 ? read.ToImmutable() : Problems.Sum(PermissionErrors.Refused, problems);
    }

    /// <summary>Finds the error for which the policy does not let a plugin have a permission.</summary>
    /// <returns>Null when the policy allows all of it.</returns>
    public Error? Refuse(PermissionRequest grant)
    {
        if (!Keys.TryGetValue(grant.Name, out var key))
        {
            return null;
        }

        if (!_policy.TryGetValue(grant.Name, out var allowed))
        {
            return new Error(PermissionErrors.ForbiddenByPolicy, grant.Name, key.Flag);
        }

        return PermissionScopes.Covers(allowed, grant)
            ? null
            : Describe(PermissionErrors.BeyondPolicy, grant.Name, [grant, allowed], key.List ?? key.Flag);
    }

    /// <summary>Finds the requests of a plugin that are not granted.</summary>
    /// <returns>Null when nothing is missing.</returns>
    public Error? FindMissing(
        PluginName plugin,
        ImmutableSortedDictionary<string, PermissionRequest> requested,
        ImmutableSortedDictionary<string, PermissionRequest> granted)
    {
        var missing = requested.Values.Where(request => IsMissing(request, granted)).ToArray();
        if (missing.Length == 0)
        {
            return null;
        }

        // What the policy forbids comes first: as long as it is asked for, granting the rest lets nothing run.
        var forbidden = missing.Where(request => Refuse(request) is not null).ToArray();
        var (code, named) = forbidden.Length > 0 ? (PermissionErrors.AsksForForbidden, forbidden) : (PermissionErrors.Pending, missing);
        return new Error(code, plugin.Value, string.Join(", ", named.Select(request => request.Name)))
        {
            Causes = [.. missing.Select(request => Explain(request, granted.GetValueOrDefault(request.Name)))],
        };
    }

    /// <summary>The key of <c>[security]</c> that forbids a request, or a part of it.</summary>
    /// <returns>The key, or null when the policy allows all of it.</returns>
    public string? ForbiddenBy(PermissionRequest request) =>
        Keys.TryGetValue(request.Name, out var key) && Refuse(request) is { } refusal
            ? refusal.Code == PermissionErrors.ForbiddenByPolicy ? key.Flag : key.List ?? key.Flag
            : null;

    /// <summary>The key of <c>[security]</c> that forbids to use a permission on a target.</summary>
    /// <returns>The key, or null when the policy allows it.</returns>
    public string? ForbiddenBy(string permission, PermissionTarget target)
    {
        if (!Keys.TryGetValue(permission, out var key))
        {
            return null;
        }

        return !_policy.TryGetValue(permission, out var allowed) ? key.Flag
            : PermissionScopes.Outside(allowed, target) is null ? null
            : key.List ?? key.Flag;
    }

    /// <summary>Whether something is asked for that is not granted.</summary>
    public static bool IsMissing(PermissionRequest request, ImmutableSortedDictionary<string, PermissionRequest> granted) =>
        !granted.TryGetValue(request.Name, out var grant) || !PermissionScopes.Covers(grant, request);

    private Error Explain(PermissionRequest request, PermissionRequest? grant) =>
        (Refuse(request) is { } refusal ? refusal
            : grant is null ? Describe(PermissionErrors.Missing, request.Name, [request])
            : Describe(PermissionErrors.Exceeds, request.Name, [request, grant])) with
        {
            Location = request.Location,
        };

    private Result<PermissionRequest> Read(
        PluginName plugin, GrantRequest grant, ImmutableSortedDictionary<string, PermissionRequest> requested)
    {
        if (!KnownPermissions.All.ContainsKey(grant.Permission))
        {
            return new Error(PermissionErrors.Unknown, grant.Permission, NearestKey.Of(grant.Permission, KnownPermissions.All.Keys));
        }

        var read = grant.ScopesJson is { } json ? ScopesJson.Read(grant.Permission, json)
            : requested.TryGetValue(grant.Permission, out var request) ? request
            : new Error(PermissionErrors.NotRequested, grant.Permission, plugin.Value);
        return read.IsSuccess && Refuse(read.Value) is { } refusal ? refusal : read;
    }

    private static Error Describe(ErrorCode code, string permission, ImmutableArray<PermissionRequest> scopes, params ImmutableArray<LocalizedText> more)
    {
        ImmutableArray<LocalizedText> arguments = [permission, .. scopes.Select(ScopesJson.Describe), .. more];
        return new Error(code, arguments);
    }
}
