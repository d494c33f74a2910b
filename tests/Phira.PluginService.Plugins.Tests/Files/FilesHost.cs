using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Files;

/// <summary>The guest that uses files.</summary>
internal static class FilesHost
{
    public const string Own = "filesystem = { paths = [\".\"], write = true }\n";

    public static Task<PluginHost> StartAsync(
        string permissions, string limits = "", Action<PluginHost>? prepare = null, Action<PluginsOptions>? policy = null)
    {
        var host = new PluginHost(policy ?? TestPolicies.Files(".")).With(
            "files", RepositoryFiles.Guest("files"), $"[permissions]\nregister_commands = true\n{permissions}[limits]\n{limits}");
        prepare?.Invoke(host);
        return host.StartAsync();
    }

    /// <summary>Tells the guest to do something.</summary>
    public static async Task<string> FilesAsync(this PluginHost host, string words)
    {
        var answer = await host.CommandAsync("files:files", words);
        Assert.True(answer.IsSuccess, answer.Error?.Describe());
        return answer.Value;
    }
}
