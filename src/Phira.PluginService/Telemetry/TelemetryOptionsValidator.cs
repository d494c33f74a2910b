using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Localization;
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
            LocalizedText.Of("setting.rule.otlp_endpoint", options.OtlpEndpoint));
        problems.Require(
            options.OtlpProtocol is "grpc" or "http",
            "otlp_protocol",
            LocalizedText.Of("setting.rule.otlp_protocol", options.OtlpProtocol));
        return problems.Failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Failures);
    }
}
