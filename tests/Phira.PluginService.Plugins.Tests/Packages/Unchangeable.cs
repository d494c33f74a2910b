using System.Diagnostics;

namespace Phira.PluginService.Plugins.Tests.Packages;

/// <summary>
/// Files and folders that nobody can change until this is disposed of, not even root, for whom rights do not bind.
/// </summary>
internal sealed class Unchangeable : IDisposable
{
    private readonly string[] _paths;

    private Unchangeable(string[] paths) => _paths = paths;

    /// <summary>Makes files and folders unchangeable; without the right to do that, the test is skipped.</summary>
    public static Unchangeable Make(params string[] paths)
    {
        var made = TryMake(paths);
        Assert.SkipWhen(made is null, "chattr +i is not possible here: it takes Linux, root, and a file system that has the attribute");
        return made;
    }

    public static Unchangeable? TryMake(params string[] paths)
    {
        var made = new Unchangeable(paths);
        if (OperatingSystem.IsLinux() && Run(["+i", .. paths]))
        {
            return made;
        }

        made.Dispose();
        return null;
    }

    public void Dispose() => Run(["-i", .. _paths]);

    private static bool Run(string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("chattr", arguments) { RedirectStandardError = true, UseShellExecute = false });
            process!.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
