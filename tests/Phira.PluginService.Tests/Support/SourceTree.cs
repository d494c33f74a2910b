using Phira.PluginService.Testing;

namespace Phira.PluginService.Tests.Support;

/// <summary>The repository that these tests were built from.</summary>
internal static class SourceTree
{
    public static string Root => RepositoryFiles.Root;

    /// <summary>Names of the projects under src.</summary>
    public static IEnumerable<string> ProjectNames() => Directory
        .EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 })
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .Order(StringComparer.Ordinal);

    /// <summary>Every C# file that somebody wrote by hand.</summary>
    public static IEnumerable<string> CSharpFiles() => new[] { "src", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules" or "Migrations"));

    /// <summary>Those of them that are the product's.</summary>
    public static IEnumerable<string> ProductFiles() =>
        CSharpFiles().Where(path => Path.GetRelativePath(Root, path).StartsWith("src", StringComparison.Ordinal));

    /// <summary>Code in every language.</summary>
    public static IEnumerable<string> CodeFiles() => CSharpFiles().Concat(new[] { "src", "tests", "plugins" }
        .SelectMany(folder => TextFilesBelow(folder))
        .Where(path => Path.GetExtension(path) is not (".html" or ".json" or ".md" or ".sh" or ".toml") && Path.GetFileName(path) != "schema.ts"));

    /// <summary>Returns the text files of a folder in any language, without those that tools put there.</summary>
    public static IEnumerable<string> TextFilesBelow(params string[] folder) => Directory
        .EnumerateFiles(RepositoryFiles.PathOf(folder), "*", SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules" or "target" or "build" or "types")
            && !Path.GetFileName(file).StartsWith("generated_", StringComparison.Ordinal))
        .Where(file => Path.GetExtension(file) is ".c" or ".cc" or ".css" or ".go" or ".h" or ".hh" or ".hpp" or ".html" or ".in" or ".js" or ".json"
            or ".md" or ".mjs" or ".rs" or ".sh" or ".toml" or ".ts" or ".vue" or ".zig");
}
