using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Settings;

namespace Phira.PluginService.Storage.Settings;

/// <summary>Reports every problem of the section at once.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var problems = new SettingProblems("storage");
        problems.Require(options.DataDirectory.Length > 0, "data_directory", LocalizedText.Of("setting.rule.not_empty"));
        problems.RequireRange(options.TransitionsPerPlugin, 1, 1_000_000, "transitions_per_plugin");
        problems.RequireRange(options.RoundRecords, 0, 10_000_000, "round_records");
        problems.RequireRange(options.RoundRecordDays, 1, 36_500, "round_record_days");
        problems.RequireRange(options.WriteQueue, 1, 65_536, "write_queue");
        problems.RequireRange(options.BusyTimeoutSecs, 1, 300, "busy_timeout_secs");
        return problems.Failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Failures);
    }
}
