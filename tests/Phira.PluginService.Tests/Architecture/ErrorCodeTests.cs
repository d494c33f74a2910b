using System.Reflection;
using System.Text.RegularExpressions;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

public sealed partial class ErrorCodeTests
{
    public static TheoryData<string> Values => [.. ErrorCatalog.All.Select(code => code.Value)];

    [Fact]
    public void Are_answered_by_somebody_each()
    {
        var answered = SourceTree.ProductFiles()
            .SelectMany(path => Mention().Matches(File.ReadAllText(path)).Select(mention => mention.Value))
            .ToHashSet(StringComparer.Ordinal);
        var codes = ErrorCatalog.Declared.Select(declared => declared.Place).ToList();

        Assert.NotEmpty(codes);
        Assert.Empty(codes.Except(answered, StringComparer.Ordinal));
    }

    [Fact]
    public void Are_declared_in_classes_of_errors_only()
    {
        var declared = SourceTree.ProductFiles()
            .SelectMany(path => Declaration().Matches(File.ReadAllText(path))
                .Select(match => $"{Path.GetFileNameWithoutExtension(path)}.{match.Groups["name"].Value}"));

        Assert.Equal(ErrorCatalog.Declared.Select(known => known.Place).Order(StringComparer.Ordinal), declared.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_Core_are_shared_or_answered_by_a_port()
    {
        var users = SourceTree.ProductFiles()
            .SelectMany(path => ClassMention().Matches(File.ReadAllText(path))
                .Select(mention => (Class: mention.Groups["class"].Value, Project: ProjectOf(path))))
            .ToLookup(use => use.Class, use => use.Project);
        var classes = typeof(ErrorCode).Assembly.GetTypes().Where(type => type.Name.EndsWith("Errors", StringComparison.Ordinal)).ToList();
        // The errors that a port documents belong to the port, even if only one project implements it.
        var ofPorts = SourceTree.ProductFiles()
            .Where(path => ProjectOf(path) == "Phira.PluginService.Core" && Port().IsMatch(Path.GetFileName(path)))
            .SelectMany(path => DocumentedCode().Matches(File.ReadAllText(path)).Select(match => match.Groups["code"].Value))
            .ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(classes);
        Assert.All(classes, type => Assert.True(
            users[type.Name].Distinct().Count() > 1 || CodesOf(type).All(ofPorts.Contains),
            $"{type.Name} belongs to {string.Join(", ", users[type.Name].Distinct())}."));
    }

    [Fact]
    public void Have_a_value_of_their_own()
    {
        var twice = ErrorCatalog.All.GroupBy(code => code.Value).Where(group => group.Count() > 1).Select(group => group.Key);

        Assert.Empty(twice);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Are_dotted_lower_case(string value) => Assert.Matches(Dotted(), value);

    private static IEnumerable<string> CodesOf(Type errors) =>
        errors.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ((ErrorCode)field.GetValue(null)!).Value);

    private static string ProjectOf(string path) => Path.GetRelativePath(SourceTree.Root, path).Split(Path.DirectorySeparatorChar)[1];

    [GeneratedRegex(@"^I[A-Z]\w*\.cs$", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex Port();

    [GeneratedRegex(@"<c>(?<code>[a-z_]+\.[a-z_]+)</c>", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex DocumentedCode();

    [GeneratedRegex(@"\b(?<class>\w+Errors)\.\w+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex ClassMention();

    [GeneratedRegex(@"\b\w+Errors\.\w+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Mention();

    [GeneratedRegex(@"\bstatic readonly ErrorCode (?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^[a-z][a-z0-9]*(_[a-z0-9]+)*(\.[a-z][a-z0-9]*(_[a-z0-9]+)*)+$", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Dotted();
}
