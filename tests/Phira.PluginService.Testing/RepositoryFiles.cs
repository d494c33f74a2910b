namespace Phira.PluginService.Testing;

/// <summary>Finds files of the repository from a test's output folder.</summary>
public static class RepositoryFiles
{
    /// <summary>The top of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder of the repository.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>The component of a test guest.</summary>
    public static byte[] Guest(string name)
    {
        var path = PathOf("artifacts", "guests", name + ".wasm");
        return File.Exists(path)
            ? File.ReadAllBytes(path)
            : throw new FileNotFoundException($"{path} is missing: build the test guests with \"node tests/guests/build.mjs\".");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Phira.PluginService.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
