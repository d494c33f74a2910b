using System.Collections.Immutable;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Packaging.Security;

namespace Phira.PluginService.Plugins.Permissions;

/// <summary>
/// All that a manifest asks for. <c>[security]</c> is another spelling of five permissions; what both sections say of one permission
/// is added up, except that a list in one of them narrows <c>true</c> in the other.
/// </summary>
internal static class PermissionRequests
{
    private const string OwnDirectory = ".";

    /// <summary>Returns the requests of a manifest, by name.</summary>
    /// <param name="manifest">The manifest; null when there is none to read, which asks for nothing.</param>
    public static ImmutableSortedDictionary<string, PermissionRequest> Of(PluginManifest? manifest)
    {
        if (manifest is null)
        {
            return ImmutableSortedDictionary<string, PermissionRequest>.Empty;
        }

        var all = manifest.Permissions.ToBuilder();
        foreach (var request in Of(manifest.Security))
        {
            all[request.Name] = all.TryGetValue(request.Name, out var other) ? Join(other, request) : request;
        }

        foreach (var request in all.Values.ToArray())
        {
            all[request.Name] = Spell(request);
        }

        return all.ToImmutable();
    }

    /// <summary>The line of a manifest that asks for a permission. Where <c>true</c> would reach nothing, it names an example.</summary>
    public static string LineFor(string permission) => permission switch
    {
        PermissionNames.Network => $$"""{{permission}} = { hosts = ["example.com"] }""",
        PermissionNames.Subprocess => $$"""{{permission}} = { commands = ["uptime"] }""",
        PermissionNames.Environment => $$"""{{permission}} = { variables = ["LANG"] }""",
        _ => $"{permission} = true",
    };

    /// <summary>A policy as permissions. What it allows without naming anything reaches nothing.</summary>
    public static IEnumerable<PermissionRequest> Of(SecurityPolicy policy)
    {
        if (policy.AllowFilesystem)
        {
            yield return new PermissionRequest(PermissionNames.Filesystem) { Paths = policy.AllowedFilesystemPaths };
        }

        if (policy.AllowNetwork)
        {
            yield return new PermissionRequest(PermissionNames.Network) { Hosts = policy.AllowedNetworkHosts };
        }

        if (policy.AllowSubprocesses)
        {
            yield return new PermissionRequest(PermissionNames.Subprocess) { Commands = policy.AllowedCommands };
        }

        if (policy.AllowEnvironment)
        {
            yield return new PermissionRequest(PermissionNames.Environment) { Variables = policy.AllowedEnvironmentVars };
        }

        if (policy.AllowSystemInfo)
        {
            yield return new PermissionRequest(PermissionNames.SystemInfo);
        }
    }

    // What these reach that name nothing: the plugin's own directory, no program, no variable. Everything is more than anybody asks for.
    private static PermissionRequest Spell(PermissionRequest request) => request.Name switch
    {
        PermissionNames.Filesystem => request with { Paths = request.Paths ?? [OwnDirectory] },
        PermissionNames.Subprocess => request with { Commands = request.Commands ?? [] },
        PermissionNames.Environment => request with { Variables = request.Variables ?? [] },
        _ => request,
    };

    private static PermissionRequest Join(PermissionRequest one, PermissionRequest other) => one with
    {
        Hosts = Join(one.Hosts, other.Hosts),
        Paths = Join(one.Paths, other.Paths),
        Commands = Join(one.Commands, other.Commands),
        Variables = Join(one.Variables, other.Variables),
    };

    private static ImmutableArray<string>? Join(ImmutableArray<string>? one, ImmutableArray<string>? other) =>
        one is { } texts && other is { } more ? [.. texts.Union(more, StringComparer.Ordinal)] : one ?? other;
}
