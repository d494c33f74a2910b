using System.Text.Json;
using System.Text.Json.Serialization;
using Phira.PluginService.Testing;

namespace Phira.PluginService.RuntimeCases.Tests.Cases;

/// <summary>One folder of <c>tests/runtime-cases</c>, as its <c>expected.json</c> describes it.</summary>
internal sealed record RuntimeCase
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
    };

    /// <summary>Name of the folder, and of the plugin unless the manifest says otherwise.</summary>
    [JsonIgnore]
    public string Name { get; init; } = "";

    /// <summary>The attack on the host, in a sentence.</summary>
    public required string Attack { get; init; }

    /// <summary>The guest of <c>tests/guests</c> that it uses; null when it has a source of its own.</summary>
    public string? Guest { get; init; }

    /// <summary>Name of the component's file in the plugin's folder.</summary>
    public string ComponentFile { get; init; } = "guest.wasm";

    /// <summary>Name of the plugin; null for the name of the folder.</summary>
    public string? Plugin { get; init; }

    /// <summary>The steps to carry out once it is loaded, in this order.</summary>
    public CaseStep[] Steps { get; init; } = [];

    /// <summary>The expected end of the plugin.</summary>
    public required CaseOutcome Outcome { get; init; }

    private static string Root => RepositoryFiles.PathOf("tests", "runtime-cases");

    /// <summary>The folder of the case.</summary>
    public string Folder => Path.Combine(Root, Name);

    /// <summary>Whether the case is a package to be installed, not a folder to be found.</summary>
    public bool IsPackage => File.Exists(Path.Combine(Folder, "package.mjs"));

    /// <summary>The names of all cases; of those that begin with <c>PHIRA_CASE</c> while somebody works on one.</summary>
    public static IEnumerable<string> Names() =>
        Directory.GetDirectories(Root)
            .Where(folder => File.Exists(Path.Combine(folder, "expected.json")))
            .Select(folder => Path.GetFileName(folder))
            .Where(name => name.StartsWith(Environment.GetEnvironmentVariable("PHIRA_CASE") ?? "", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    /// <summary>Reads a case.</summary>
    public static RuntimeCase Read(string name)
    {
        var text = File.ReadAllText(Path.Combine(Root, name, "expected.json"));
        return JsonSerializer.Deserialize<RuntimeCase>(text, Strict)! with { Name = name };
    }

    /// <summary>The package, as it was built.</summary>
    public byte[] Package() => File.ReadAllBytes(Built(".zip"));

    /// <summary>Puts the plugin into a folder.</summary>
    /// <param name="folder">The folder, which is made.</param>
    /// <param name="fill">Replaces what a manifest cannot know, such as paths of this run.</param>
    public void WriteTo(string folder, Func<string, string> fill)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Folder).Where(file => Path.GetExtension(file) is ".toml" or ".bin" || IsSchema(file)))
        {
            var target = Path.Combine(folder, Path.GetFileName(file));
            if (Path.GetExtension(file) == ".bin")
            {
                // A component that no tool makes.
                File.Copy(file, Path.Combine(folder, ComponentFile));
                continue;
            }

            File.WriteAllText(target, fill(File.ReadAllText(file)));
        }

        CopyBuilt(".toml", Path.Combine(folder, "plugin.toml"));
        CopyBuilt(".json", Path.Combine(folder, "config.schema.json"));
        CopyBuilt(".wasm", Path.Combine(folder, ComponentFile));
        if (Guest is not null)
        {
            File.WriteAllBytes(Path.Combine(folder, ComponentFile), RepositoryFiles.Guest(Guest));
        }
    }

    private static bool IsSchema(string file) => Path.GetFileName(file) == "config.schema.json";

    private void CopyBuilt(string extension, string target)
    {
        if (Sources(extension).Any(source => File.Exists(Path.Combine(Folder, source))))
        {
            File.Copy(Built(extension), target);
        }
    }

    private static string[] Sources(string extension) => extension switch
    {
        ".toml" => ["manifest.mjs"],
        ".json" => ["schema.mjs"],
        _ => ["guest.wat", "component.wat", "guest.mjs"],
    };

    private string Built(string extension)
    {
        var file = RepositoryFiles.PathOf("artifacts", "guests", "runtime-cases", Name + extension);
        return File.Exists(file)
            ? file
            : throw new FileNotFoundException($"{file} is missing: build the test guests with \"node tests/guests/build.mjs\".");
    }
}
