using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Catalog;

/// <summary>Finds the component of a plugin.</summary>
internal static class ComponentLocator
{
    /// <summary>Finds it.</summary>
    /// <param name="wasm">The file that the manifest names; null for the only one there is.</param>
    /// <returns>The path, or the reason why it is not clear.</returns>
    public static Result<string> Find(string folder, IEnumerable<string> files, string? wasm, string name)
    {
        if (wasm is not null)
        {
            return Path.Combine(folder, wasm);
        }

        var components = files
            .Where(file => file[0] != '.' && Path.GetExtension(file).Equals(".wasm", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .ToList();
        return components switch
        {
            [var only] => Path.Combine(folder, only),
            [] => new Error(ComponentFileErrors.Missing, Path.Combine(folder, $"{name}.wasm")) { Location = new(folder) },
            _ => new Error(ComponentFileErrors.Ambiguous, folder, string.Join(", ", components)) { Location = new(folder) },
        };
    }
}
