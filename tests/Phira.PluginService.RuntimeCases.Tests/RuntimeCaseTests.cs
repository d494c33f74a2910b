using Phira.PluginService.RuntimeCases.Tests.Cases;
using Phira.PluginService.RuntimeCases.Tests.Service;

namespace Phira.PluginService.RuntimeCases.Tests;

/// <summary>
/// Every folder of <c>tests/runtime-cases</c> comes to the end that it says, and nobody else notices: players chat, another plugin sees
/// each of their messages and answers each command, and when the case is gone nothing of it is left.
/// </summary>
public sealed class RuntimeCaseTests(ServiceUnderAttack service) : IClassFixture<ServiceUnderAttack>
{
    public static TheoryData<string> Names => [.. RuntimeCase.Names()];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Is_contained(string name)
    {
        var attack = RuntimeCase.Read(name);
        foreach (var function in attack.Needs)
        {
            Assert.SkipWhen(service.Plugins.UnavailableHostFunctions.Contains(function), $"This version of the host lacks {function}.");
        }

        return new CaseRun(service, attack).RunAsync();
    }
}
