using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Settings;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>Reads what the validation of options has found.</summary>
internal static class OptionProblems
{
    public static IEnumerable<string> InEnglish(this OptionsValidationException failure) => failure.Failures.Select(
        text => SettingProblems.TryRead(text, out var key, out var rule) ? $"{key} {rule}" : text);
}
