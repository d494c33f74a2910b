using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Settings;

namespace Phira.PluginService.Logging;

/// <summary>Reports every problem of section <c>logging</c> at once.</summary>
internal sealed class LoggingOptionsValidator : IValidateOptions<LoggingOptions>
{
    public ValidateOptionsResult Validate(string? name, LoggingOptions options)
    {
        var problems = new SettingProblems(LoggingOptions.Section);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in options.Levels)
        {
            var isEntry = LogLevelEntry.TryParse(text, out var entry);
            problems.Require(isEntry, "levels", LocalizedText.Of("setting.rule.log_level", text, string.Join(", ", LogLevelEntry.Words)));
            problems.Require(!isEntry || names.Add(entry.Name ?? ""), "levels", LocalizedText.Of("setting.rule.log_level_twice", text));
        }

        problems.RequireRange(options.FileBytes, 64 << 10, 1 << 30, "file_bytes");
        problems.RequireRange(options.KeptFiles, 1, 1000, "kept_files");
        return problems.Failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Failures);
    }
}
