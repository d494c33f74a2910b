using Microsoft.Extensions.Options;

namespace Phira.PluginService.GameServer.Hosting;

/// <summary>Collects what is wrong with one configuration section.</summary>
/// <param name="section">The section's name as the administrator writes it.</param>
internal sealed class OptionProblems(string section)
{
    private readonly List<string> _problems = [];

    public void Require(bool condition, string key, string rule)
    {
        if (!condition)
        {
            _problems.Add($"{section}.{key} {rule}.");
        }
    }

    public void RequireRange(double value, double least, double most, string key) =>
        Require(value >= least && value <= most, key, $"is {value}; it must be {least} to {most}");

    public ValidateOptionsResult ToResult() => _problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(_problems);
}
