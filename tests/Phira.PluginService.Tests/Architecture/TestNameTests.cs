using System.Text.RegularExpressions;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

/// <summary>A class of tests is named by its subject: a type or a capability, and "Tests".</summary>
public sealed partial class TestNameTests
{
    [Fact]
    public void Every_class_with_tests_says_so()
    {
        var files = SourceTree.CSharpFiles().Where(file => Attribute().IsMatch(File.ReadAllText(file))).Select(file => Path.GetFileName(file)).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.EndsWith("Tests", file.Split('.')[0], StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\s*\[\w*(Fact|Theory|Property)\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Attribute();
}
