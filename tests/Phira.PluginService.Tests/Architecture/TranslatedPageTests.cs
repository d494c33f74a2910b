using System.Text.RegularExpressions;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Tests.Architecture;

/// <summary>A page for operators and authors says the same in Chinese and English, part by part.</summary>
public sealed partial class TranslatedPageTests
{
    private const string Chinese = ".zh-CN.md";

    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(RepositoryFiles.PathOf("docs"), "*.md").Append(RepositoryFiles.PathOf("README.md"))
            .Where(page => !page.EndsWith(Chinese, StringComparison.Ordinal))
            .Select(page => Path.GetRelativePath(RepositoryFiles.Root, page)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Has_the_same_headings_tables_lists_and_examples_in_Chinese(string page) =>
        Assert.Equal(Outline(page), Outline(TranslationOf(page)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Names_the_same_settings_programs_and_files_in_Chinese(string page) =>
        Assert.Equal(Names(page), Names(TranslationOf(page)));

    [Fact]
    public void No_page_is_in_Chinese_only() => Assert.All(
        Directory.EnumerateFiles(RepositoryFiles.PathOf("docs"), $"*{Chinese}"),
        page => Assert.True(File.Exists(page.Replace(Chinese, ".md", StringComparison.Ordinal)), page));

    private static string TranslationOf(string page) => Path.ChangeExtension(page, null) + Chinese;

    private static string[] Lines(string page) => File.ReadAllLines(RepositoryFiles.PathOf(page));

    private static IEnumerable<string> Outline(string page) => Lines(page)
        .Select(line => Part().Match(line).Value.Trim())
        .Where(part => part.Length > 0);

    /// <summary>Returns the names in backticks, sorted: the languages have another order of words. Placeholders in braces are translated.</summary>
    private static IEnumerable<string> Names(string page) => Lines(page)
        .SelectMany(line => Code().Matches(line))
        .Select(match => match.Value.Replace(Chinese, ".md", StringComparison.Ordinal))
        .Where(name => !Translated().IsMatch(name))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^(#+ |```\w*|\| |\s*[-*] |\d+\. )", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();

    [GeneratedRegex("`[^`]+`", RegexOptions.None, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"[^\x00-\x7f]|\{", RegexOptions.None, 1000)]
    private static partial Regex Translated();
}
