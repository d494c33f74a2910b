using System.ComponentModel;
using System.Diagnostics;

namespace Phira.PluginService.Testing;

/// <summary>A directory with another file system on it. Only root on Linux may mount one.</summary>
public sealed class MountPoint : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private MountPoint()
    {
        Directory.CreateDirectory(Path);
        Directory.CreateDirectory(Backing);
    }

    /// <summary>The directory it is mounted at.</summary>
    public string Path => _directory["mounted"];

    /// <summary>A directory beside it for file systems that show another one.</summary>
    public string Backing => _directory["backing"];

    /// <summary>Mounts a file system.</summary>
    /// <param name="reason">The reason why none can be mounted here; empty when it is.</param>
    /// <param name="command">The program that does it, and its arguments, for a mount point.</param>
    public static MountPoint? TryMount(out string reason, Func<MountPoint, string[]> command)
    {
        if (!OperatingSystem.IsLinux())
        {
            reason = "File systems are mounted on Linux only.";
            return null;
        }

        var mount = new MountPoint();
        reason = Run(command(mount));
        if (reason.Length == 0)
        {
            return mount;
        }

        mount._directory.Dispose();
        return null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        // Lazily: a program that a test has started may still have a file open for a moment.
        Run(["umount", "--lazy", Path]);
        _directory.Dispose();
    }

    private static string Run(string[] command)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, UseShellExecute = false })!;
            var problem = process.StandardError.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? "" : $"{command[0]} failed: {problem}";
        }
        catch (Win32Exception exception)
        {
            return $"{command[0]} cannot be run: {exception.Message}";
        }
    }
}
