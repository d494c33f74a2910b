namespace Phira.PluginService.Testing;

/// <summary>A new empty directory that is deleted with everything in it.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    /// <summary>Creates the directory.</summary>
    public TemporaryDirectory() => Path = Directory.CreateTempSubdirectory("phira-test-").FullName;

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>Returns the path of something in it.</summary>
    public string this[string relativePath] => System.IO.Path.Combine(Path, relativePath);

    /// <summary>Writes a text file in it, with the folders that lead there, and returns its path.</summary>
    public string Write(string relativePath, string text)
    {
        var file = this[relativePath];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
