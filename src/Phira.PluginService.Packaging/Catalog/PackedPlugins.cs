using System.Security.Cryptography;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Packaging.Folders;

namespace Phira.PluginService.Packaging.Catalog;

/// <summary>
/// Makes the <c>.zip</c> files of the plugins directory loadable: each is unpacked once in the life of the service, below the data directory,
/// under the hash of its content. The file itself is never touched.
/// </summary>
internal sealed class PackedPlugins(string packages)
{
    /// <summary>Extension of packed plugins.</summary>
    public const string Extension = ".zip";

    private const string Folder = ".packed";

    /// <summary>Forgets what was unpacked, so that nothing stays of packages that are gone and nothing is used that was changed.</summary>
    public void Clear() => FolderTree.Remove(Path.Combine(packages, Folder));

    /// <summary>Unpacks a package, unless that was done before.</summary>
    /// <returns>The folder with the plugin, or everything that is wrong with the package.</returns>
    public Result<string> Unpack(string package, CancellationToken cancellationToken)
    {
        var limits = new PackageLimits();
        if (new FileInfo(package).Length > limits.PackageBytes)
        {
            return new Error(PackageErrors.TooLarge, $"{limits.PackageBytes}") { Location = new(package) };
        }

        var (root, name) = (Path.Combine(packages, Folder), HashOf(package));
        var folder = Path.Combine(root, name);
        if (Directory.Exists(folder))
        {
            return folder;
        }

        var place = Path.Combine(root, $".{Guid.NewGuid():n}");
        try
        {
            Directory.CreateDirectory(place);
            var tree = PackageUnpacker.Unpack(package, place, limits, cancellationToken);
            if (!tree.Problems.IsEmpty)
            {
                return Refuse(package, tree);
            }

            Directory.Move(place, folder);
            return folder;
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Somebody else was faster; the content is the same.
            return folder;
        }
        finally
        {
            FolderTree.TryRemove(place);
        }
    }

    private static string HashOf(string package)
    {
        using var stream = new FileStream(package, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static Error Refuse(string package, PackageTree tree)
    {
        var problems = tree.Problems.Select(problem =>
            problem with { Location = new(problem.Location is { } place ? $"{package}/{place.File}" : package) });
        return new Error(PackageErrors.Refused, $"{tree.Problems.Length}") { Location = new(package), Causes = [.. problems] };
    }
}
