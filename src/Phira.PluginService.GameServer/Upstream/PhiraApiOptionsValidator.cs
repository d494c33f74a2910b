using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Settings;

namespace Phira.PluginService.GameServer.Upstream;

/// <summary>Reports every problem of the section at once.</summary>
internal sealed class PhiraApiOptionsValidator : IValidateOptions<PhiraApiOptions>
{
    public ValidateOptionsResult Validate(string? name, PhiraApiOptions options)
    {
        var problems = new SettingProblems("phira_api");
        problems.Require(
            Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var address) && address.Scheme is "http" or "https",
            "base_url",
            LocalizedText.Of("setting.rule.http_address"));
        problems.RequireRange(options.TotalTimeoutMs, 100, 6_000, "total_timeout_ms");
        problems.RequireRange(options.Retries, 0, 5, "retries");
        problems.RequireRange(options.MaxConcurrentCalls, 1, 1_000, "max_concurrent_calls");
        problems.RequireRange(options.CacheSecs, 0, 3_600, "cache_secs");
        problems.RequireRange(options.CacheMissingSecs, 0, 3_600, "cache_missing_secs");
        problems.RequireRange(options.CacheEntries, 1, 100_000, "cache_entries");
        return problems.Failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Failures);
    }
}
