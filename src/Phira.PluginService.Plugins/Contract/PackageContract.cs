using System.Collections.Immutable;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Reflection;

namespace Phira.PluginService.Plugins.Contract;

/// <summary>Compares what a component imports and exports with the WIT package of this host.</summary>
internal static class PackageContract
{
    private const string Prefix = WitPackage.Name + "/";
    private const string ResourcePrefix = "wit/";

    private static readonly Lazy<ImmutableDictionary<string, WitInterface>> Known = new(() => new WitReader(ReadFiles()).ReadAll());

    private static readonly ImmutableArray<string> Lifecycle = ["get-metadata", "init", "start", "stop"];

    /// <summary>The interfaces of the WIT package.</summary>
    public static ImmutableDictionary<string, WitInterface> Interfaces => Known.Value;

    /// <summary>Finds everything that does not fit.</summary>
    public static IEnumerable<Error> FindProblems(ReflectedComponent component, string entryPoint) =>
        component.Imports.SelectMany(FindImportProblems)
            .Concat(component.Exports.SelectMany(FindWrongShapes))
            .Concat(FindMissing(component, entryPoint));

    /// <summary>Finds exports of the package that this host does not know: they are never called.</summary>
    public static IEnumerable<string> FindUnused(ReflectedComponent component) => component.Exports
        .Where(export => NameOf(export) is { } name && !Interfaces.ContainsKey(name))
        .Select(export => export.Name);

    private static IEnumerable<Error> FindImportProblems(ReflectedItem import)
    {
        if (NameOf(import) is not { } name || !Interfaces.TryGetValue(name, out var known))
        {
            return [];
        }

        var unknown = import.Functions
            .Where(function => !known.Functions.ContainsKey(function.Name))
            .Select(function => new Error(LinkErrors.UnknownImport, $"{import.Name}#{function.Name}"));
        return unknown.Concat(FindWrongShapes(import));
    }

    private static IEnumerable<Error> FindWrongShapes(ReflectedItem item) =>
        NameOf(item) is { } name && Interfaces.TryGetValue(name, out var known)
            ? item.Functions
                .Where(function => known.Functions.TryGetValue(function.Name, out var expected) && expected != function.Type)
                .Select(function => new Error(
                    ContractErrors.WrongShape, $"{item.Name}#{function.Name}", $"{function.Type} ≠ {known.Functions[function.Name]}"))
            : [];

    private static IEnumerable<Error> FindMissing(ReflectedComponent component, string entryPoint)
    {
        var name = WitPackage.Interface("lifecycle");
        var lifecycle = component.Exports.FirstOrDefault(export => export.Name == name);
        var ownEntryPoint = component.Exports.Any(export => !export.IsInterface && export.Name == entryPoint.Replace('_', '-'));
        return Lifecycle
            .Where(function => function != "init" || !ownEntryPoint)
            .Where(function => lifecycle?.Functions.Any(found => found.Name == function) != true)
            .Select(function => new Error(ContractErrors.MissingExport, $"{name}#{function}"));
    }

    private static string? NameOf(ReflectedItem item)
    {
        var at = item.Name.IndexOf('@', StringComparison.Ordinal);
        return item.IsInterface && at > 0 && item.Name.StartsWith(Prefix, StringComparison.Ordinal) ? item.Name[Prefix.Length..at] : null;
    }

    private static IEnumerable<string> ReadFiles()
    {
        var assembly = typeof(PackageContract).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }
}
