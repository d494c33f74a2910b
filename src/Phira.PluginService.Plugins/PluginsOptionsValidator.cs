using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Phira.PluginService.Plugins.Limits;

namespace Phira.PluginService.Plugins;

/// <summary>Finds all that is wrong with the settings at once, when the host starts.</summary>
internal sealed class PluginsOptionsValidator : IValidateOptions<PluginsOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, PluginsOptions options)
    {
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true);
        var texts = problems.Select(problem => problem.ErrorMessage!);
        if (LimitsResolver.CheckHost(options.DefaultLimits, options.MaximumLimits).Error is { } error)
        {
            texts = texts.Append(error.Describe());
        }

        // A protection that cannot be switched off must not look as if it were.
        if (!options.Security.EnableMemorySandbox || !options.Security.EnableStackProtection)
        {
            texts = texts.Append("enable_memory_sandbox and enable_stack_protection cannot be false: WebAssembly is always sandboxed.");
        }

        var failures = texts.ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
