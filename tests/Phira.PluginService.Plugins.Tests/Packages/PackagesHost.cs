using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Packages;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Sandbox.Compilation.Workers;

namespace Phira.PluginService.Plugins.Tests.Packages;

/// <summary>The plugin platform with its packages.</summary>
internal sealed class PackagesHost : IAsyncDisposable
{
    public PackagesHost(Action<PluginsOptions>? configure = null, IPermissionStore? permissions = null, WorkerPool? workers = null)
    {
        Host = new PluginHost(configure, workers: workers);
        Packages = Host.Create<PluginPackages>(permissions ?? Host.Permissions);
    }

    public static BareComponent Bare { get; } = new(Language.English);

    public PluginHost Host { get; }

    public PluginPackages Packages { get; }

    /// <summary>The files in the plugins directory, unfinished work included.</summary>
    public IEnumerable<string> Files => [.. Directory.GetFiles(Host.Directory.Path, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Host.Directory.Path, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    public async Task<PackagesHost> StartAsync()
    {
        await Host.StartAsync();
        return this;
    }

    public Task<Result<PackageReport>> InstallAsync(byte[] package, BareComponent? bare = null) =>
        Packages.InstallAsync(new MemoryStream(package), bare ?? Bare, PluginHost.Cause with { Actor = "admin" }, CancellationToken.None)
            .WaitAsync(PluginHost.Patience);

    public Task<PackageReport> InspectAsync(byte[] package, BareComponent? bare = null) =>
        Packages.InspectAsync(new MemoryStream(package), bare ?? Bare, CancellationToken.None).WaitAsync(PluginHost.Patience);

    public Task<Result<PackageReport>> ProposeAsync(string plugin, Language? language = null) =>
        Packages.InspectLooseAsync(PluginName.Parse(plugin), language ?? Language.English, CancellationToken.None).WaitAsync(PluginHost.Patience);

    public Task<Result<PackageReport>> AdoptAsync(string plugin, string? manifest = null) =>
        Packages.AdoptAsync(PluginName.Parse(plugin), manifest, Language.English, PluginHost.Cause, CancellationToken.None).WaitAsync(PluginHost.Patience);

    public Task<Result<PluginSnapshot>> RollBackAsync(string plugin, string? id = null) =>
        Packages.RollBackAsync(PluginName.Parse(plugin), id, PluginHost.Cause, CancellationToken.None).WaitAsync(PluginHost.Patience);

    public Task<Result> RemoveAsync(string plugin) =>
        Packages.RemoveAsync(PluginName.Parse(plugin), PluginHost.Cause, CancellationToken.None).WaitAsync(PluginHost.Patience);

    /// <summary>The versions of a plugin, newest first: <c>2.0.0* admin</c> is the present one, installed by an administrator.</summary>
    public async Task<string[]> VersionsAsync(string plugin)
    {
        var versions = await Packages.GetVersionsAsync(PluginName.Parse(plugin), CancellationToken.None).WaitAsync(PluginHost.Patience);
        Assert.True(versions.IsSuccess, versions.Error?.Describe());
        return [.. versions.Value.Select(version => $"{version.Version}{(version.IsCurrent ? "*" : "")} {version.InstalledBy}".TrimEnd())];
    }

    public async Task<PackageVersion> VersionAsync(string plugin, string version) =>
        (await Packages.GetVersionsAsync(PluginName.Parse(plugin), CancellationToken.None)).Value!.Single(kept => kept.Version == version);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
