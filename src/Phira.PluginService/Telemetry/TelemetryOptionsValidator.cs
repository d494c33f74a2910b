using Microsoft.Extensions.Options;

namespace Phira.PluginService.Telemetry;

/// <summary>Reports every problem of section <c>telemetry</c> at once.</summary>
internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        List<string> problems = [];
        if (options.OtlpEndpoint.Length > 0
            && !(Uri.TryCreate(options.OtlpEndpoint, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https"))
        {
            problems.Add($"telemetry.otlp_endpoint is \"{options.OtlpEndpoint}\"; it must be an absolute http or https address, or empty.");
        }

        if (options.OtlpProtocol is not ("grpc" or "http"))
        {
            problems.Add($"telemetry.otlp_protocol is \"{options.OtlpProtocol}\"; it must be grpc or http.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
