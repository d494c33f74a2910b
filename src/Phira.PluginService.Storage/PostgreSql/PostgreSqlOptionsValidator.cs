using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Settings;
using Phira.PluginService.Storage.Settings;

namespace Phira.PluginService.Storage.PostgreSql;

/// <summary>Checks where the database is, without asking the server.</summary>
internal sealed class PostgreSqlOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var problems = new SettingProblems("storage");
        if (options.Provider == StorageProvider.Postgresql)
        {
            problems.Require(
                options.ConnectionString.Length == 0 || options.ConnectionStringFile.Length == 0,
                "connection_string_file",
                LocalizedText.Of("setting.rule.one_of_two", "storage.connection_string"));
            if (ConnectionTarget.TryRead(options, out var problem) is null)
            {
                problems.Require(false, problem.Key, problem.Rule);
            }
        }

        return problems.Failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Failures);
    }
}
