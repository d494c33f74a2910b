using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Settings;

namespace Phira.PluginService.Plugins.Settings;

/// <summary>Lets the options of a host interface check themselves when the service starts.</summary>
internal sealed class InterfaceOptionsValidator<TOptions> : IValidateOptions<TOptions>
    where TOptions : class, IInterfaceOptions
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var problems = new SettingProblems(TOptions.Section);
        options.Check(problems);
        return problems.Failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Failures);
    }
}
