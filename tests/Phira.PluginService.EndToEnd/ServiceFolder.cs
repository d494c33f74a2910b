using Phira.PluginService.Testing;

namespace Phira.PluginService.EndToEnd;

/// <summary>A working directory as an administrator has it: plugins, data, and perhaps a configuration file. It outlives the service.</summary>
internal sealed class ServiceFolder : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public ServiceFolder() => Directory.CreateDirectory(_directory["plugins"]);

    public string Path => _directory.Path;

    public string Plugin(string name, string file = "") => _directory[System.IO.Path.Combine("plugins", name, file)];

    /// <summary>Writes a file.</summary>
    public ServiceFolder With(string path, string text)
    {
        _directory.Write(path, text);
        return this;
    }

    /// <summary>Copies a plugin as it is delivered in the repository.</summary>
    public ServiceFolder WithDelivered(string name)
    {
        Directory.CreateDirectory(Plugin(name));
        foreach (var file in Directory.GetFiles(RepositoryFiles.PathOf("plugins", name)))
        {
            File.Copy(file, Plugin(name, System.IO.Path.GetFileName(file)));
        }

        return this;
    }

    /// <summary>Makes a plugin of some bytes.</summary>
    public ServiceFolder WithPlugin(string name, byte[] component, string manifest)
    {
        With($"plugins/{name}/plugin.toml", manifest);
        File.WriteAllBytes(Plugin(name, $"{name}.wasm"), component);
        return this;
    }

    public void Dispose() => _directory.Dispose();
}
