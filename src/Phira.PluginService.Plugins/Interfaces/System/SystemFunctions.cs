using System.Runtime.InteropServices;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.System;

/// <summary>The functions of <c>system</c> for one instance.</summary>
internal sealed class SystemFunctions(HostContext context, Programs programs, TimeProvider timeProvider, long started)
{
    private const int MaximumArguments = 256;
    private const int MaximumArgumentCharacters = 64 * 1024;

    public HostReply GetSystemInfo(ReadOnlySpan<ComponentValue> arguments) => Wit.Record(
        Wit.Field("host-version", ComponentValue.String(HostVersions.Current.Service.ToString())),
        Wit.Field("abi-version", ComponentValue.String(HostVersions.Current.Abi.ToString())),
        Wit.Field("operating-system", ComponentValue.String(
            OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux")),
        Wit.Field("architecture", ComponentValue.String(RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant())),
        Wit.Field("processor-count", Wit.Number(Environment.ProcessorCount)),
        Wit.Field("total-memory", ComponentValue.U64((ulong)GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)),
        Wit.Field("uptime-seconds", ComponentValue.U64((ulong)timeProvider.GetElapsedTime(started).TotalSeconds)));

    public HostReply RunProcess(ReadOnlySpan<ComponentValue> arguments)
    {
        var command = arguments[0].AsString();

        // A grant that names no command allows none: there must be no way to ask for all of them at once.
        if (context.Permissions.Granted(PermissionNames.Subprocess)?.Commands is not { } commands || !commands.Contains(command))
        {
            return HostReply.Denied($"{PermissionNames.Subprocess}: the grant does not name {command}");
        }

        string[] words = [.. arguments[1].AsList().Select(word => word.AsString())];
        if (words.Length > MaximumArguments
            || words.Sum(word => word.Length) > MaximumArgumentCharacters
            || words.Any(word => word.Contains('\0', StringComparison.Ordinal)))
        {
            return HostReply.Invalid($"arguments: at most {MaximumArguments} with {MaximumArgumentCharacters} characters, without NUL");
        }

        var input = arguments[2].IsSome ? arguments[2].Payload!.AsString() : null;
        return HostWait.TryWait(context, token => programs.RunAsync(command, words, input, token), out var reply)
            ? reply
            : HostReply.Unavailable("the program did not end within this call's time; it was ended");
    }
}
