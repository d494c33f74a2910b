using System.Collections.Concurrent;

namespace Phira.PluginService.Plugins.Interfaces.System;

/// <summary>
/// Finds the file behind a command once, so that a file which appears earlier on the search path later is not run in its place. Safe
/// for several threads.
/// </summary>
internal sealed class ProgramFiles
{
    private readonly ConcurrentDictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>The file of a command: itself when it is a full path, or else the first of that name on the host's search path.</summary>
    /// <returns>The full path, or null when there is no such program.</returns>
    public string? Find(string command)
    {
        if (_files.TryGetValue(command, out var known))
        {
            return known;
        }

        var found = Candidates(command).FirstOrDefault(IsProgram);
        return found is null ? null : _files.GetOrAdd(command, found);
    }

    private static IEnumerable<string> Candidates(string command)
    {
        if (Path.IsPathFullyQualified(command))
        {
            return [command];
        }

        // A path relative to wherever the service was started means nothing.
        if (command.Length == 0 || command != Path.GetFileName(command))
        {
            return [];
        }

        string[] endings = OperatingSystem.IsWindows() ? [".exe"] : [""];
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, command + ending)));
    }

    private static bool IsProgram(string path)
    {
        const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Executable) != UnixFileMode.None);
    }
}
