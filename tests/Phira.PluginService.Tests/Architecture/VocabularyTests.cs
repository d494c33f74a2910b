using System.Text.RegularExpressions;
using Phira.PluginService.Testing;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

/// <summary>Common words before rare ones, and the names of the glossary in src/README.md: a reader learns no language of ours first.</summary>
public sealed partial class VocabularyTests
{
    [Fact]
    public void Rare_words_are_not_used() => Assert.Empty(Found(RareWord()));

    [Fact]
    public void Invented_names_do_not_come_back() => Assert.Empty(Found(InventedName()));

    [Fact]
    public void A_reader_reads_a_stream_or_a_format_and_is_no_user() => Assert.DoesNotContain(Found(Reader()), place => !Stream().IsMatch(place));

    [Theory]
    [InlineData("record StopForGood(bool Now);", "For Good")]
    [InlineData("var givesUpAt = 2;", "gives Up")]
    [InlineData("// It stops for good.", "for good")]
    [InlineData("foreach (var setting in ServiceSettings.All)", null)]
    public void Names_are_read_word_by_word(string line, string? found) => Assert.Equal(found, Find(RareWord(), line));

    private static List<string> Found(Regex words) =>
    [
        .. Files()
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (file, number: index + 1, word: Find(words, line))))
            .Where(place => place.word is not null)
            .Select(place => $"{Path.GetRelativePath(SourceTree.Root, place.file)}:{place.number}: {place.word}"),
    ];

    private static string? Find(Regex words, string line) => CompoundName().Matches(line)
        .Select(name => WordStart().Replace(name.Value, " "))
        .Prepend(line)
        .Select(text => words.Match(text))
        .FirstOrDefault(match => match.Success)?.Value;

    private static IEnumerable<string> Files() => SourceTree.CSharpFiles()
        .Where(file => Path.GetFileName(file) != "VocabularyTests.cs")
        .Concat(Directory.EnumerateFiles(RepositoryFiles.PathOf("wit")))
        .Concat(SourceTree.TextFilesBelow("src", "Phira.PluginService.Sdk"))
        .Concat(SourceTree.TextFilesBelow("src", "Phira.PluginService.Dashboard", "src"))
        .Concat(SourceTree.TextFilesBelow("src", "Phira.PluginService.Dashboard", "tests"))
        .Append(RepositoryFiles.PathOf("src", "Phira.PluginService", "Configuration", "phira.sample.toml"))
        .Concat(SourceTree.TextFilesBelow("plugins"))
        .Concat(SourceTree.TextFilesBelow("tests"))
        .Concat(SourceTree.TextFilesBelow("docs"))
        .Concat(SourceTree.TextFilesBelow(".github"))
        .Concat(SourceTree.TextFilesBelow("src", "Phira.PluginService.Core", "Localization"))
        .Append(RepositoryFiles.PathOf("src", "README.md"))
        .Append(RepositoryFiles.PathOf("README.md"))
        .Append(RepositoryFiles.PathOf("README.zh-CN.md"))
        .Append(RepositoryFiles.PathOf("CHANGELOG.md"));

    [GeneratedRegex("[A-Za-z]*[a-z][A-Z][A-Za-z]*", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex CompoundName();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex WordStart();

    [GeneratedRegex(
        @"\b(former|anew|gives up|gave up|at present|in service|whoever|dependants?|in force|for good|sign of life|bearable|(?-i:go(es)? on|went on))\b|陷阱|你的决定",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        Timeout.Infinite)]
    private static partial Regex RareWord();

    [GeneratedRegex(@"\bthe reader('s)?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Reader();

    [GeneratedRegex(@"^[^:]*(stream|live\.js)[^:]*:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Stream();

    [GeneratedRegex(
        @"\b(\w+Keeper|\w+InForce|ServicePost|Generation(Maker|Factory)|PluginGuest|PluginTurns|InTurnAsync|PermissionDesk|PermissionLedger"
        + @"|Hurry(Up)?|IsHasty|Doorman|IsHeard|RaiseIfHeard|FolderPicture|OwnData|StoredState|IGameListener|RoomPorts|NetworkPorts"
        + @"|PutIntoService\w*|ServiceOutcome|CustomMetricsReader|GuestInstance)\b",
        RegexOptions.ExplicitCapture,
        Timeout.Infinite)]
    private static partial Regex InventedName();
}
