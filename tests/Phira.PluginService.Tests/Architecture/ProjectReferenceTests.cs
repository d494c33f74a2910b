using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

/// <summary>The map in src/README.md, checked against what the compiler really referenced.</summary>
public sealed class ProjectReferenceTests
{
    private const string Root = "Phira.PluginService";

    // What each project may reference of the others.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Phira.PluginService.Core"] = [],
        ["Phira.PluginService.Protocol"] = [],
        ["Phira.PluginService.GameServer"] = ["Core", "Protocol"],
        ["Phira.PluginService.Packaging"] = ["Core"],
        ["Phira.PluginService.Sandbox"] = ["Core"],
        ["Phira.PluginService.Plugins"] = ["Core", "Packaging", "Sandbox"],
        ["Phira.PluginService.Storage"] = ["Core"],
        ["Phira.PluginService.Simulation"] = ["Core", "Protocol"],
        ["Phira.PluginService"] = ["Core", "Protocol", "GameServer", "Packaging", "Sandbox", "Plugins", "Storage", "Simulation"],
    };

    // Who may know a library, by the beginning of its assembly's name.
    private static readonly (string Library, string[] Projects)[] Owners =
    [
        ("Wasmtime", ["Phira.PluginService.Sandbox", "Phira.PluginService.Plugins"]),
        ("Microsoft.EntityFrameworkCore", ["Phira.PluginService.Storage"]),
        ("Microsoft.Data.Sqlite", ["Phira.PluginService.Storage"]),
        ("Npgsql", ["Phira.PluginService.Storage"]),
        ("Microsoft.AspNetCore", ["Phira.PluginService", "Phira.PluginService.Simulation"]),
        ("Swashbuckle", ["Phira.PluginService"]),
        ("OpenTelemetry", ["Phira.PluginService"]),
        ("FluentValidation", ["Phira.PluginService"]),
        ("System.IO.Hashing", ["Phira.PluginService.Packaging"]),
        ("Tomlyn", ["Phira.PluginService.Packaging"]),
        ("System.CommandLine", ["Phira.PluginService"]),
        ("YamlDotNet", ["Phira.PluginService"]),
    ];

    public static TheoryData<string> Projects => [.. SourceTree.ProjectNames()];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Point_only_where_the_map_allows(string project)
    {
        Assert.True(Allowed.TryGetValue(project, out var allowed), $"{project} is not on the map: add it here and to src/README.md.");

        var referenced = ReferencesOf(project).Where(name => name.StartsWith(Root, StringComparison.Ordinal));

        Assert.Empty(referenced.Except(allowed.Select(name => $"{Root}.{name}")));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Of_a_library_are_left_to_its_owner(string project)
    {
        var forbidden = Owners.Where(owner => !owner.Projects.Contains(project)).Select(owner => owner.Library).ToList();

        var broken = ReferencesOf(project)
            .Where(name => forbidden.Exists(library => name == library || name.StartsWith(library + ".", StringComparison.Ordinal)));

        Assert.Empty(broken);
    }

    [Fact]
    public void Core_and_Protocol_know_nothing_but_the_base_library()
    {
        var known = new[] { "Core", "Protocol" }.SelectMany(name => ReferencesOf($"{Root}.{name}"));

        Assert.All(known, name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    [Fact]
    public void To_native_Wasmtime_are_left_to_the_sandbox()
    {
        const string Values = "Wasmtime.Components";

        var used = NamespacesOf("Phira.PluginService.Plugins", "Wasmtime.Dotnet");

        Assert.Equal([Values], used);
    }

    // Read from the file, not by reflection: nothing has to be loaded, and references the compiler dropped do not count.
    private static List<string> ReferencesOf(string project)
    {
        using var file = Open(project);
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    // The namespaces of the types of a library that a project uses.
    private static List<string> NamespacesOf(string project, string library)
    {
        using var file = Open(project);
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences.Select(metadata.GetTypeReference)
                .Where(type => type.ResolutionScope.Kind == HandleKind.AssemblyReference
                    && metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name) == library)
                .Select(type => metadata.GetString(type.Namespace))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    private static PEReader Open(string project)
    {
        var path = Path.Combine(AppContext.BaseDirectory, project + ".dll");
        Assert.True(File.Exists(path), $"{project} is not built beside the tests: reference it from this test project.");
        return new PEReader(File.OpenRead(path));
    }
}
