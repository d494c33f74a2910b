using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Settings;

namespace Phira.PluginService.Telemetry;

/// <summary>Reports every problem of section <c>telemetry</c> at once.</summary>
internal sealed class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var problems = new SettingProblems(TelemetryOptions.Section);
        problems.Require(
            options.OtlpEndpoint.Length == 0
                || (Uri.TryCreate(options.OtlpEndpoint, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https"),
            "otlp_endpoint",
            new(
                $"is \"{options.OtlpEndpoint}\"; it must be an absolute http or https address, or empty",
                $"的值为“{options.OtlpEndpoint}”，应为完整的 http 或 https 地址，或留空"));
        problems.Require(
            options.OtlpProtocol is "grpc" or "http",
            "otlp_protocol",
            new($"is \"{options.OtlpProtocol}\"; it must be grpc or http", $"的值为“{options.OtlpProtocol}”，应为 grpc 或 http"));
        return problems.Failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Failures);
    }
}
