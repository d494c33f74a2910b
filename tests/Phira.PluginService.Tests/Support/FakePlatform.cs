using System.Collections.Immutable;
using Phira.PluginService.Core.Crashes;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Tests.Support;

/// <summary>Permissions, packages, limits and crash reports of plugins that answer as a test says and record what is asked of them.</summary>
internal sealed class FakePlatform : IPluginPermissions, IPluginPackages, IPluginGallery, IPluginLimits, ICrashReportStore
{
    public Error? Refusal { get; set; }

    public ImmutableArray<PermissionStatus> Permissions { get; set; } = [];

    public List<(PluginName Plugin, IReadOnlyList<GrantRequest> Grants, ChangeCause Cause)> Grants { get; } = [];

    public PackageReport Report { get; set; } = new() { PackageBytes = 3 };

    /// <summary>The uploads so far, as text.</summary>
    public List<string> Uploads { get; } = [];

    /// <summary>The treatment that was requested for each upload that is no package.</summary>
    public List<BareComponent> Bare { get; } = [];

    public List<PackageVersion> Versions { get; } = [];

    public ImmutableArray<GalleryPlugin> Gallery { get; set; } = [];

    /// <summary>The requests so far, in words.</summary>
    public List<string> Asked { get; } = [];

    public ImmutableArray<PluginLimit> Limits { get; set; } = [];

    public List<CrashReport> Crashes { get; } = [];

    public Task<Result<PluginPermissions>> GetAsync(PluginName plugin, CancellationToken cancellationToken) =>
        Answer(new PluginPermissions(plugin, "1.2.3", Permissions));

    public Task<Result<PluginPermissions>> GrantAsync(
        PluginName plugin, IReadOnlyList<GrantRequest> grants, ChangeCause cause, CancellationToken cancellationToken)
    {
        Grants.Add((plugin, grants, cause));
        return Answer(new PluginPermissions(plugin, "1.2.3", Permissions));
    }

    public async Task<PackageReport> InspectAsync(Stream package, BareComponent bare, CancellationToken cancellationToken)
    {
        Bare.Add(bare);
        await ReadAsync(package, cancellationToken);
        return Report;
    }

    public async Task<Result<PackageReport>> InstallAsync(
        Stream package, BareComponent bare, ChangeCause cause, CancellationToken cancellationToken)
    {
        Bare.Add(bare);
        await ReadAsync(package, cancellationToken);
        return await Answer(Report);
    }

    public Task<Result<PackageReport>> InspectLooseAsync(PluginName plugin, Language language, CancellationToken cancellationToken)
    {
        Asked.Add($"propose a manifest for {plugin} in {language.Tag}");
        return Answer(Report);
    }

    public Task<Result<PackageReport>> AdoptAsync(
        PluginName plugin, string? manifest, Language language, ChangeCause cause, CancellationToken cancellationToken)
    {
        Asked.Add($"adopt {plugin} with {manifest ?? "the proposed manifest"}");
        return Answer(Report);
    }

    public Task<Result<ImmutableArray<GalleryPlugin>>> ListAsync(CancellationToken cancellationToken) => Answer(Gallery);

    public Task<Result<PackageReport>> InstallAsync(PluginName plugin, ChangeCause cause, CancellationToken cancellationToken)
    {
        Asked.Add($"install {plugin} of the gallery");
        return Answer(Report);
    }

    public Task<Result<IReadOnlyList<PackageVersion>>> GetVersionsAsync(PluginName plugin, CancellationToken cancellationToken) =>
        Task.FromResult(Refusal is null ? Wrap(Versions) : Refusal);

    public Task<Result<PackageDownload>> PackAsync(PluginName plugin, string? versionId, CancellationToken cancellationToken)
    {
        Asked.Add($"pack {plugin} {versionId ?? "as it is"}");
        return Answer(new PackageDownload($"{plugin}-1.2.3.zip", new MemoryStream("zip"u8.ToArray())));
    }

    public Task<Result<PluginSnapshot>> RollBackAsync(
        PluginName plugin, string? versionId, ChangeCause cause, CancellationToken cancellationToken)
    {
        Asked.Add($"roll back {plugin} to {versionId ?? "the one before"}");
        return Answer(FakePlugins.Snapshot(plugin.Value));
    }

    public Task<Result> RemoveAsync(PluginName plugin, ChangeCause cause, CancellationToken cancellationToken)
    {
        Asked.Add($"remove {plugin}");
        return Task.FromResult(Refusal is null ? Result.Success : Refusal);
    }

    Task<Result<PluginLimits>> IPluginLimits.GetAsync(PluginName plugin, CancellationToken cancellationToken) =>
        Answer(new PluginLimits(plugin, Limits));

    public Task<Result<PluginLimits>> SetAsync(
        PluginName plugin, IReadOnlyDictionary<string, long> overrides, ChangeCause cause, CancellationToken cancellationToken)
    {
        Asked.Add($"limit {plugin} {string.Join(' ', overrides.Select(pair => $"{pair.Key}={pair.Value}"))}");
        return Answer(new PluginLimits(plugin, Limits));
    }

    public Task AppendAsync(CrashReport report, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The HTTP API does not write crash reports.");

    Task<IReadOnlyList<CrashReport>> ICrashReportStore.GetAsync(PluginName plugin, int count, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CrashReport>>([.. Crashes.Take(count)]);

    private static Result<IReadOnlyList<PackageVersion>> Wrap(List<PackageVersion> versions) => versions;

    private async Task ReadAsync(Stream package, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(package);
        Uploads.Add(await reader.ReadToEndAsync(cancellationToken));
    }

    private Task<Result<T>> Answer<T>(T value) => Task.FromResult<Result<T>>(Refusal is null ? value : Refusal);
}
