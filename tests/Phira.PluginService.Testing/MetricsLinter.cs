using System.ComponentModel;
using System.Diagnostics;

namespace Phira.PluginService.Testing;

/// <summary>Reads a page of metrics as Prometheus does.</summary>
public static class MetricsLinter
{
    /// <summary>Lets <c>promtool</c> check a page.</summary>
    /// <returns>The complaints, empty when there are none; null when it is not installed.</returns>
    public static async Task<string?> CheckAsync(string page, CancellationToken cancellationToken)
    {
        using var linter = Start();
        if (linter is null)
        {
            return null;
        }

        // It writes while it reads: a full pipe must not stop both.
        var complaints = (Errors: linter.StandardError.ReadToEndAsync(cancellationToken), Output: linter.StandardOutput.ReadToEndAsync(cancellationToken));
        await linter.StandardInput.WriteAsync(page.AsMemory(), cancellationToken);
        linter.StandardInput.Close();
        var text = await complaints.Errors + await complaints.Output;
        await linter.WaitForExitAsync(cancellationToken);
        return linter.ExitCode != 0 && text.Length == 0 ? $"promtool ended with {linter.ExitCode}" : text;
    }

    private static Process? Start()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("promtool", ["check", "metrics"])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
