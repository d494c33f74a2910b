using Phira.PluginService.Packaging.Text;

namespace Phira.PluginService.Packaging.Manifest.Reading;

/// <summary>Names of files beside the manifest: nothing that could lead out of the plugin's folder, on any system.</summary>
internal static class PlainFileName
{
    private const string Separators = "/\\:\0";

    /// <summary>Checks a name, and writes down when it is not plain.</summary>
    public static bool Check(ManifestTable table, string key, string text)
    {
        var isPlain = text is not ("." or "..") && !text.AsSpan().ContainsAny(Separators);
        if (!isPlain)
        {
            table.Problems.Add(table.Find(key)!.Value.Location, ManifestErrors.BadFileName, table.Full(key), text);
        }

        return isPlain;
    }
}
