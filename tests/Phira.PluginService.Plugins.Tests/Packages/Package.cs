using System.IO.Compression;
using System.Text;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Packages;

/// <summary>Packs plugins as a browser would send them.</summary>
internal static class Package
{
    /// <summary>A package with a real component.</summary>
    public static byte[] Of(string name, string version = "1.0.0", string guest = "idle", string manifest = "") => Of(
        ("plugin.toml", Manifest(name, version, manifest)), ("guest.wasm", RepositoryFiles.Guest(guest)));

    /// <summary>A version that crashes when it is initialised.</summary>
    public static byte[] Broken(string name, string version) => Of(
        name, version, "hostile", TestManifests.AllPermissions + "\n[config]\nwhen = \"init\"\nattack = \"trap\"\n");

    /// <summary>A package with a component that works and has a large section behind it that means nothing.</summary>
    /// <param name="bytes">Size of the section.</param>
    public static byte[] Large(string name, int bytes)
    {
        byte[] size = [(byte)((bytes & 0x7f) | 0x80), (byte)(((bytes >> 7) & 0x7f) | 0x80), (byte)(((bytes >> 14) & 0x7f) | 0x80), (byte)(bytes >> 21)];
        var content = new byte[bytes];
        new Random(1).NextBytes(content.AsSpan(0, bytes / 4));
        (content[0], content[1]) = (1, (byte)'x');
        return Of(("plugin.toml", Manifest(name)), ("guest.wasm", [.. RepositoryFiles.Guest("idle"), 0, .. size, .. content]));
    }

    public static byte[] Of(params (string Path, byte[] Content)[] files)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Manifest(string name, string version = "1.0.0", string more = "") =>
        Encoding.UTF8.GetBytes($"name = \"{name}\"\nversion = \"{version}\"\nabi_version = \"1.0.0\"\n{more}\n");
}
