using System.Text.RegularExpressions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Packaging.Limits;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Dashboard;

/// <summary>Names that the platform gives reach administrators through the dashboard, which says them in their language.</summary>
public sealed class DashboardNameTests
{
    [Fact]
    public void Of_permissions() => Assert.Empty(DashboardTexts.FindMissing("permission.", KnownPermissions.All.Keys));

    [Fact]
    public void Of_scopes() => Assert.Empty(DashboardTexts.FindMissing(
        "scope.", KnownPermissions.All.Values.SelectMany(scopes => scopes).Concat(KnownPermissions.Rates).Distinct(StringComparer.Ordinal)));

    [Fact]
    public void Of_limits() => Assert.Empty(DashboardTexts.FindMissing("limit.", LimitField.All.Select(field => field.Key)));

    [Fact]
    public void Of_crashes() => Assert.Empty(DashboardTexts.FindMissing(
        "crash.", Enum.GetNames<FaultKind>().Select(name => name.ToLowerInvariant())));

    [Fact]
    public void Of_what_follows_from_a_crash() => Assert.Empty(DashboardTexts.FindMissing("consequence.", Constants(typeof(RecoveryPlan))));

    [Fact]
    public void Of_what_plugins_do() => Assert.Empty(DashboardTexts.FindMissing("audit.name.", Constants(typeof(PluginAuditActions))));

    [Fact]
    public void Of_icons_for_pages()
    {
        var source = File.ReadAllText(RepositoryFiles.PathOf("src", "Phira.PluginService.Dashboard", "src", "ui", "pageIcons.ts"));
        var known = Regex.Matches(source, @"^  (?<name>[\w-]+): '", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

        Assert.Equal(PluginPageIcons.All.Order(), known.Select(match => match.Groups["name"].Value).Order());
    }

    private static string[] Constants(Type type)
    {
        string[] values = [.. type.GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];
        Assert.NotEmpty(values);
        return values;
    }
}
