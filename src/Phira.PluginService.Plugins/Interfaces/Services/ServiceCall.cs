using System.Text.Json;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Packaging.Json;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>A call from one plugin to another, with a JSON argument that is within the size limit.</summary>
internal sealed record ServiceCall(PluginName Caller, PluginName Provider, string Service, string Argument)
{
    /// <summary>What it was caused by.</summary>
    public required WorkOrigin Origin { get; init; }

    /// <summary>Until when the caller waits, as a timestamp of the clock.</summary>
    public required long Deadline { get; init; }

    /// <summary>How large the answer may be.</summary>
    public required int MaximumBytes { get; init; }

    /// <summary>Compares the argument with what a service takes.</summary>
    /// <returns>What the caller is answered when it does not take it; null when it does.</returns>
    public HostReply? FindProblem(ProvidedService service)
    {
        try
        {
            var value = StrictJson.Read(Argument);
            return service.Argument?.FindProblem(value) is { } problem
                ? HostReply.Invalid($"argument: {Provider} does not take it for {Service}: {problem}")
                : (HostReply?)null;
        }
        catch (JsonException exception)
        {
            return HostReply.Invalid($"argument: not JSON: {exception.Message}");
        }
    }
}
