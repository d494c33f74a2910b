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
    public Task Is_contained(string name) => new CaseRun(service, RuntimeCase.Read(name)).RunAsync();
}
