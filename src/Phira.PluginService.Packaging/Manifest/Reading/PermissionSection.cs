using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Packaging.Text;
using Phira.PluginService.Packaging.Toml;

namespace Phira.PluginService.Packaging.Manifest.Reading;

/// <summary>Reads <c>[permissions]</c>.</summary>
internal static class PermissionSection
{
    private const long MaximumRate = 1_000_000;

    /// <summary>Reads the permissions that are asked for.</summary>
    public static ImmutableSortedDictionary<string, PermissionRequest> Read(ManifestTable top)
    {
        var requests = ImmutableSortedDictionary.CreateBuilder<string, PermissionRequest>(StringComparer.Ordinal);
        if (top.Table(KnownKeys.Permissions) is not { } table)
        {
            return requests.ToImmutable();
        }

        table.CheckKeys([.. KnownPermissions.All.Keys]);
        foreach (var member in table.Members)
        {
            if (KnownPermissions.All.TryGetValue(member.Key, out var scopes) && Request(table, member, scopes) is { } request)
            {
                requests.Add(member.Key, request with { Location = member.Location });
            }
        }

        return requests.ToImmutable();
    }

    private static PermissionRequest? Request(ManifestTable table, TomlMember member, ImmutableArray<string> scopes)
    {
        switch (member.Value.Kind)
        {
            case TomlKind.Boolean:
                return member.Value.Boolean ? new PermissionRequest(member.Key) : null;
            case TomlKind.Table:
                return Scoped(member.Key, table.Table(member.Key)!, scopes);
            default:
                table.Problems.Add(
                    member.Value.Location,
                    ManifestErrors.WrongType,
                    table.Full(member.Key),
                    "boolean/table",
                    ManifestTable.Name(member.Value.Kind));
                return null;
        }
    }

    private static PermissionRequest Scoped(string permission, ManifestTable table, ImmutableArray<string> scopes)
    {
        ImmutableArray<TomlMember> providers = permission == PermissionNames.CallServices ? [.. table.Members.Where(IsProvider)] : [];
        table.CheckKeys([.. scopes, .. KnownPermissions.Rates, .. providers.Select(provider => provider.Key)]);
        return new PermissionRequest(permission)
        {
            Rooms = Scope(KnownPermissions.Rooms),
            Users = Users(),
            Hosts = Scope(KnownPermissions.Hosts, SecuritySection.HostCheck(table)),
            Paths = Scope(KnownPermissions.Paths),
            Commands = Scope(KnownPermissions.Commands),
            Services = Services(),
            Spaces = Scope(KnownPermissions.Spaces),
            Variables = Scope(KnownPermissions.Variables),
            Write = scopes.Contains(KnownPermissions.Write) && table.Boolean(KnownPermissions.Write) == true,
            PerSecond = Rate(KnownPermissions.PerSecond),
            PerMinute = Rate(KnownPermissions.PerMinute),
            PerHour = Rate(KnownPermissions.PerHour),
        };

        // A scope that this permission does not have was already written down as an unknown key.
        ImmutableArray<string>? Scope(string key, Func<string, TomlValue, bool>? check = null) =>
            scopes.Contains(key) ? table.Texts(key, check) : null;

        // A plugin may be called "services", too; then its value is no list.
        ImmutableArray<string>? Services()
        {
            var listed = providers.Any(provider => provider.Key == KnownPermissions.Services) ? null : Scope(KnownPermissions.Services);
            return providers.IsEmpty
                ? listed
                : [.. (listed ?? [])
                    .Union(providers.Where(provider => table.Boolean(provider.Key) == true).Select(provider => provider.Key), StringComparer.Ordinal)];
        }

        ImmutableArray<uint>? Users() =>
            scopes.Contains(KnownPermissions.Users) && table.Integers(KnownPermissions.Users, 0, uint.MaxValue) is { } ids
                ? [.. ids.Select(id => (uint)id)]
                : null;

        uint? Rate(string key) => (uint?)table.Integer(key, 1, MaximumRate);
    }

    /// <summary>Whether a member names a plugin that may be called: <c>playtime = true</c>.</summary>
    private static bool IsProvider(TomlMember member) =>
        PluginName.TryParse(member.Key, out _) && (member.Value.Kind == TomlKind.Boolean || member.Key != KnownPermissions.Services);
}
