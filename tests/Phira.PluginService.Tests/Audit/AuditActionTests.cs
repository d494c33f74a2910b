using Phira.PluginService.Audit;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Tests.Audit;

/// <summary>Every act of an administrator has a name in the audit log; the dashboard says the names in its languages.</summary>
public sealed class AuditActionTests
{
    [Fact]
    public void Every_action_has_a_text()
    {
        var actions = typeof(AuditActions).GetFields()
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Concat(Enum.GetNames<PluginOperation>().Select(name => AuditActions.OperatePlugin(name.ToLowerInvariant())))
            .ToList();

        Assert.NotEmpty(actions);
        Assert.Empty(DashboardTexts.FindMissing("audit.name.", actions));
    }
}
