using System.IO.Compression;
using System.Text;

namespace Phira.PluginService.EndToEnd;

/// <summary>A plugin as its author hands it out: one .zip.</summary>
internal static class PackedPlugin
{
    public static byte[] Of(string manifest, byte[] component)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            Add(archive, "plugin.toml", Encoding.UTF8.GetBytes(manifest));
            Add(archive, "plugin.wasm", component);
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(content);
    }
}
