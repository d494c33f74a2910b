using System.Text.Json;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Packaging.Json;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>A call from one plugin to another, with a JSON argument that is within the size limit.</summary>
internal sealed record ServiceCall(PluginName Caller, PluginName Provider, string Service, string Argument)
{
    /// <summary>The origin of the call.</summary>
    public required WorkOrigin Origin { get; init; }

    /// <summary>Time until which the caller waits, as a timestamp of the clock.</summary>
    public required long Deadline { get; init; }

    /// <summary>Greatest size of the answer, in bytes.</summary>
    public required int MaximumBytes { get; init; }

    /// <summary>Compares the argument with the schema of a service.</summary>
    /// <returns>The answer to the caller when the service does not take it; null when it does.</returns>
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
