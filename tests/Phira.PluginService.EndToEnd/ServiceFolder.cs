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
    public ServiceFolder WithDelivered(string name) => WithCopy(name, RepositoryFiles.PathOf("plugins", name));

    /// <summary>Copies a plugin of the gallery, with a configuration of its own.</summary>
    /// <param name="config">Lines that replace the section <c>[config]</c> of its manifest; none keeps it.</param>
    public ServiceFolder WithGallery(string name, string? config = null)
    {
        WithCopy(name, RepositoryFiles.PathOf("plugins", "gallery", name));
        if (config is not null)
        {
            var manifest = File.ReadAllText(Plugin(name, "plugin.toml"));
            var end = manifest.IndexOf("[config]", StringComparison.Ordinal);
            File.WriteAllText(Plugin(name, "plugin.toml"), $"{(end < 0 ? manifest : manifest[..end])}\n[config]\n{config}\n");
        }

        return this;
    }

    private ServiceFolder WithCopy(string name, string source)
    {
        Directory.CreateDirectory(Plugin(name));
        foreach (var file in Directory.GetFiles(source))
        {
            File.Copy(file, Plugin(name, System.IO.Path.GetFileName(file)));
        }

        if (Directory.Exists(System.IO.Path.Combine(source, "static")))
        {
            Directory.CreateDirectory(Plugin(name, "static"));
            foreach (var file in Directory.GetFiles(System.IO.Path.Combine(source, "static")))
            {
                File.Copy(file, Plugin(name, System.IO.Path.Combine("static", System.IO.Path.GetFileName(file))));
            }
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
