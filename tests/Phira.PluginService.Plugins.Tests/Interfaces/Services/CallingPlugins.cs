using System.Text.Json;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Interfaces.Services;

/// <summary>Plugins that provide services to one another.</summary>
internal static class CallingPlugins
{
    /// <summary>
    /// Adds a guest that provides <c>show</c>, <c>relay</c>, <c>raw</c>, <c>fail</c> and <c>trap</c>, and may call the others that are named.
    /// </summary>
    /// <param name="uses">Names of plugins, or lines of <c>[optional-dependencies]</c>.</param>
    public static PluginHost WithPeer(this PluginHost host, string name, params string[] uses) => host.WithPeerThatMay(name, "call_services = true", uses);

    /// <summary>The same with other lines of <c>[permissions]</c>.</summary>
    public static PluginHost WithPeerThatMay(this PluginHost host, string name, string permissions, params string[] uses) => host.With(
        name,
        RepositoryFiles.Guest("echo"),
        TestManifests.AllPermissions.TrimEnd() + $"""

            provide_services = true
            {permissions}
            [optional-dependencies]
            {string.Join('\n', uses.Select(use => use.Contains('=', StringComparison.Ordinal) ? use : $"{use} = \"*\""))}
            [config]
            provide = ["show", "relay", "raw", "fail", "trap"]
            """);

    /// <summary>An argument for <c>relay</c>: a host function that the provider calls and whose result it answers with.</summary>
    public static string Relay(string function, params object?[] arguments) =>
        JsonSerializer.Serialize(new object[] { function, arguments });
}
