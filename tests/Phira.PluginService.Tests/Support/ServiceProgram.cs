using System.Diagnostics;

namespace Phira.PluginService.Tests.Support;

/// <summary>The service as a program that ends by itself: because of a mistake, or because it was asked for something else than to run.</summary>
internal static class ServiceProgram
{
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string directory, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Phira.PluginService.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var variable in start.Environment.Keys.Where(name => name.StartsWith("PHIRA_", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(variable);
        }

        using var process = Process.Start(start)!;
        try
        {
            var cancellation = TestContext.Current.CancellationToken;
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
