using System.Diagnostics;
using System.Globalization;

namespace Phira.PluginService.Testing;

/// <summary>A real file system of a few megabytes in memory, to be filled. Only root on Linux may mount one.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private SmallDisk() => Directory.CreateDirectory(Path);

    /// <summary>Where it is mounted.</summary>
    public string Path => _directory["disk"];

    private string Filler => System.IO.Path.Combine(Path, "filler");

    /// <summary>Mounts one.</summary>
    /// <param name="megabytes">Its size.</param>
    /// <param name="reason">Why none can be mounted here; empty when it is.</param>
    public static SmallDisk? TryMount(int megabytes, out string reason)
    {
        reason = "A file system in memory can be mounted on Linux only.";
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var disk = new SmallDisk();
        reason = Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"), "tmpfs", disk.Path);
        if (reason.Length == 0)
        {
            return disk;
        }

        disk._directory.Dispose();
        return null;
    }

    /// <summary>Leaves no room at all, also not where something was given up since the last time.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[Environment.SystemPageSize];
        try
        {
            while (true)
            {
                filler.Write(block);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Gives all the room back that was taken.</summary>
    public void Free() => File.Delete(Filler);

    /// <inheritdoc />
    public void Dispose()
    {
        // Lazily: a program that a test has started may still have a file open for a moment.
        Run("umount", "--lazy", Path);
        _directory.Dispose();
    }

    private static string Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            var problem = process.StandardError.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? "" : $"{program} failed: {problem}";
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return $"{program} cannot be run: {exception.Message}";
        }
    }
}
