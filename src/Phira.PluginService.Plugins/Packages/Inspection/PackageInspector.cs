using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Configuration;
using Phira.PluginService.Packaging.Limits;
using Phira.PluginService.Packaging.Manifest;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Packaging.Text;
using Phira.PluginService.Plugins.Contract;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Sandbox.Reflection;

namespace Phira.PluginService.Plugins.Packages.Inspection;

/// <summary>Finds out everything about an unpacked package that can be known without running it.</summary>
internal sealed class PackageInspector(
    PluginsOptions options, HostInterfaceSet interfaces, ComponentCompiler compiler, IPermissionStore permissions, ByteSemaphore memory)
{
    /// <summary>Inspects a package.</summary>
    public async Task<InspectedPackage> InspectAsync(
        string folder, PackageTree tree, long packageBytes, ImmutableArray<CatalogEntry> installed, CancellationToken cancellationToken)
    {
        var problems = new List<Error>(tree.Problems);
        var report = new PackageReport { PackageBytes = packageBytes, Files = tree.Files, Warnings = tree.LeftOut };
        var files = tree.Files.Select(file => file.Path).ToList();
        var manifest = default(PluginManifest);
        if (files.Contains(PluginManifest.FileName))
        {
            var reading = ManifestReader.Read(Path.Combine(folder, PluginManifest.FileName), HostVersions.Current);
            manifest = reading.Manifest;
            Add(reading.Failure);
            report = report with { Name = reading.Name?.Value };
        }

        if (manifest is not null)
        {
            report = await DescribeAsync(report, manifest, installed, cancellationToken);
            Add(CheckLimits(manifest).Error);
            Add(ConfigDefinition.Create(manifest.ConfigJson, manifest.ConfigSchema).Error);
        }

        // A damaged archive is said to be damaged, and not also to lack what could not be unpacked.
        var component = default(string);
        if (manifest is not null || files.Exists(file => file.EndsWith(".wasm", StringComparison.OrdinalIgnoreCase)))
        {
            (report, component) = await AddComponentAsync(report, folder, files, manifest, Add, cancellationToken);
        }

        return new(report with { Problems = [.. problems] }, manifest, component);

        void Add(Error? problem)
        {
            if (problem is not null)
            {
                problems.AddRange(Problems.Single(Problems.Moved(problem, folder, "")));
            }
        }
    }

    private Result<ResourceLimits> CheckLimits(PluginManifest manifest) =>
        LimitsResolver.Resolve(manifest.Limits, options.DefaultLimits, options.MaximumLimits);

    private async Task<PackageReport> DescribeAsync(
        PackageReport report, PluginManifest manifest, ImmutableArray<CatalogEntry> installed, CancellationToken cancellationToken)
    {
        var present = installed.FirstOrDefault(entry => entry.Name == manifest.Name)?.Manifest;
        var requests = PermissionRequests.Of(manifest);
        var rules = new PermissionRules(options.Security);
        return report with
        {
            Version = manifest.Version.ToString(),
            AbiVersion = manifest.AbiVersion.ToString(),
            InstalledVersion = present?.Version.ToString(),
            Permissions = requests.ToImmutableSortedDictionary(
                request => request.Key, request => ScopesJson.Write(request.Value), StringComparer.Ordinal),
            PendingPermissions = await FindPendingAsync(manifest.Name, requests, rules, cancellationToken),
            Warnings =
            [
                .. report.Warnings,
                .. FindDependencyProblems(manifest, installed).Select(problem => problem with
                {
                    Location = problem.Location is { } place ? place with { File = Path.GetFileName(place.File) } : null,
                }),
                .. requests.Values.Select(rules.Refuse).OfType<Error>(),
            ],
        };
    }

    private async Task<ImmutableArray<string>> FindPendingAsync(
        PluginName plugin, ImmutableSortedDictionary<string, PermissionRequest> requested, PermissionRules rules, CancellationToken cancellationToken)
    {
        var granted = options.Approval == ApprovalPolicy.Trust
            ? rules.Cap(requested)
            : rules.EffectiveGrants(await permissions.GetGrantsAsync(plugin, cancellationToken));
        return
        [
            .. requested.Values
                .Where(request => PermissionRules.IsMissing(request, granted) && rules.Refuse(request) is null)
                .Select(request => request.Name),
        ];
    }

    /// <summary>The problems of other plugins, or of this one because of others, once it is installed. The others may come later.</summary>
    private static IEnumerable<Error> FindDependencyProblems(PluginManifest manifest, ImmutableArray<CatalogEntry> installed)
    {
        var others = installed.Where(entry => entry.Name != manifest.Name).ToList();
        var before = Resolve(others, installed.Where(entry => entry.Name == manifest.Name).Select(entry => entry.Manifest));
        var after = Resolve(others, [manifest]);
        return after
            .Where(failure => failure.Key == manifest.Name || !before.ContainsKey(failure.Key))
            .OrderBy(failure => failure.Key.Value, StringComparer.Ordinal)
            .SelectMany(failure => failure.Value.Code == DependencyErrors.Unresolved ? failure.Value.Causes : [failure.Value]);
    }

    private static ImmutableDictionary<PluginName, Error> Resolve(List<CatalogEntry> others, IEnumerable<PluginManifest?> own) =>
        DependencyResolver.Resolve(
            others.Where(entry => entry is { Manifest: not null, Failure: null }).Select(entry => entry.Manifest!).Concat(own.OfType<PluginManifest>()),
            others.Where(entry => entry.Failure is not null).ToDictionary(entry => entry.Name, entry => entry.Failure!)).Failures;

    private async Task<(PackageReport Report, string? Component)> AddComponentAsync(
        PackageReport report,
        string folder,
        List<string> files,
        PluginManifest? manifest,
        Action<Error?> add,
        CancellationToken cancellationToken)
    {
        var top = files.Where(file => !file.Contains('/', StringComparison.Ordinal));
        var found = ComponentLocator.Find(folder, top, manifest?.Wasm, report.Name ?? "plugin");
        if (!found.IsSuccess)
        {
            add(found.Error);
            return (report, null);
        }

        var name = Path.GetFileName(found.Value);
        using var room = await memory.EnterAsync(ComponentFile.SizeOf(found.Value), cancellationToken);
        var image = ComponentFile.Read(found.Value);
        if (!image.IsSuccess)
        {
            add(image.Error);
            return (report, name);
        }

        report = report with { ComponentBytes = image.Value.Bytes.Length, Sha256 = image.Value.Sha256 };
        return (await AddTypesAsync(report, image.Value, name, manifest, add, cancellationToken), name);
    }

    private async Task<PackageReport> AddTypesAsync(
        PackageReport report,
        ComponentImage image,
        string name,
        PluginManifest? manifest,
        Action<Error?> add,
        CancellationToken cancellationToken)
    {
        if (ComponentReader.Read(image.Bytes.Span) is { IsSuccess: true } shape)
        {
            foreach (var unknown in interfaces.FindUnknown(shape.Value.Imports))
            {
                add(In(unknown));
            }
        }

        var described = await compiler.DescribeAsync(image.Bytes, cancellationToken);
        if (!described.IsSuccess)
        {
            add(In(described.Error));
            return report;
        }

        var types = described.Value;
        foreach (var problem in PackageContract.FindProblems(types, manifest?.EntryPoint ?? PluginManifest.DefaultEntryPoint))
        {
            add(In(problem));
        }

        return report with
        {
            Imports = [.. types.Imports.SelectMany(Lines)],
            Exports = [.. types.Exports.SelectMany(Lines)],
            Warnings = [.. report.Warnings, .. PackageContract.FindUnused(types).Select(export => In(new Error(PackageErrors.UnusedExport, export)))],
        };

        Error In(Error error) => error with { Location = new(name) };
    }

    private static IEnumerable<string> Lines(ReflectedItem item) => item switch
    {
        { Functions.IsEmpty: true } => [item.Name],
        { IsInterface: true } => item.Functions.Select(function => $"{item.Name}#{function.Name}{function.Shown}"),
        _ => item.Functions.Select(function => $"{function.Name}{function.Shown}"),
    };
}
