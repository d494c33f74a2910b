using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Plugins.Telemetry;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.System;

/// <summary>
/// Runs the programs of one plugin: no shell, an environment of three variables, the plugin's own directory, output and time bounded.
/// When the time is over the program is ended together with what it started.
/// </summary>
/// <param name="directory">The plugin's own directory; made when it is needed.</param>
/// <param name="outputBytes">The greatest number of bytes that a program may write to each of its outputs.</param>
internal sealed class Programs(ProgramFiles files, string directory, int outputBytes, PluginCounters counters)
{
    private const string OutputLimit = "process_output_bytes";

    /// <summary>Runs a program and waits for its end.</summary>
    /// <param name="input">The text of its input; null for none.</param>
    public async Task<HostReply> RunAsync(string command, string[] arguments, string? input, CancellationToken cancellationToken)
    {
        if (files.Find(command) is not { } file)
        {
            return HostReply.NotFound($"program {command}");
        }

        using var process = new Process { StartInfo = StartInfo(file, arguments) };
        try
        {
            OwnerOnlyFiles.CreateDirectory(directory);
            process.Start();
        }
        catch (Exception exception) when (exception is Win32Exception or IOException or UnauthorizedAccessException)
        {
            return HostReply.Unavailable($"{command} could not be started");
        }

        try
        {
            var output = ReadAsync(process, process.StandardOutput.BaseStream, cancellationToken);
            var errors = ReadAsync(process, process.StandardError.BaseStream, cancellationToken);
            await WriteAsync(process.StandardInput.BaseStream, input, cancellationToken);
            var (written, complaints) = (await output, await errors);
            if (written is null || complaints is null)
            {
                counters.LimitHit(OutputLimit);
                return HostReply.QuotaExceeded($"{OutputLimit}: at most {outputBytes}");
            }

            await process.WaitForExitAsync(cancellationToken);
            return Wit.Record(
                Wit.Field("exit-code", ComponentValue.S32(process.ExitCode)),
                Wit.Field("stdout", ComponentValue.String(written)),
                Wit.Field("stderr", ComponentValue.String(complaints)));
        }
        finally
        {
            End(process);
        }
    }

    private ProcessStartInfo StartInfo(string file, string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            CreateNoWindow = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            WorkingDirectory = directory,
        };
        start.Environment.Clear();
        start.Environment["HOME"] = directory;
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["PATH"] = OperatingSystem.IsWindows() ? Environment.SystemDirectory : "/usr/local/bin:/usr/bin:/bin";
        if (OperatingSystem.IsWindows())
        {
            // Programs do not start without it.
            start.Environment["SystemRoot"] = Environment.GetEnvironmentVariable("SystemRoot");
        }

        return start;
    }

    private static async Task WriteAsync(Stream stream, string? input, CancellationToken cancellationToken)
    {
        try
        {
            await using (stream)
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(input ?? ""), cancellationToken);
            }
        }
        catch (IOException)
        {
            // A program need not read what it is given.
        }
    }

    private async Task<string?> ReadAsync(Process process, Stream stream, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            await text.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            if (text.Length > outputBytes)
            {
                End(process);
                return null;
            }
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }
}
