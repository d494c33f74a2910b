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

    private static List<string> Found(Regex words) =>
    [
        .. Files()
            .SelectMany(file => File.ReadLines(file).Select((line, index) => (file, line, number: index + 1)))
            .Where(place => words.IsMatch(place.line))
            .Select(place => $"{Path.GetRelativePath(SourceTree.Root, place.file)}:{place.number}: {words.Match(place.line).Value}"),
    ];

    private static IEnumerable<string> Files() => SourceTree.CSharpFiles()
        .Where(file => Path.GetFileName(file) != "VocabularyTests.cs")
        .Concat(Directory.EnumerateFiles(RepositoryFiles.PathOf("wit")))
        .Append(RepositoryFiles.PathOf("src", "README.md"))
        .Append(RepositoryFiles.PathOf("src", "Phira.PluginService.Core", "Localization", "Catalogs", "en.json"));

    [GeneratedRegex(
        @"\b(former|anew|goes on|gives up|in service|whoever|dependants?|in force|for good)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex RareWord();

    [GeneratedRegex(
        @"\b(\w+Keeper|\w+InForce|ServicePost|Generation(Maker|Factory)|PluginGuest|PluginTurns|InTurnAsync|PermissionDesk|PermissionLedger"
        + @"|HurryUp|IsHasty|Doorman|IsHeard|RaiseIfHeard|FolderPicture|OwnData|StoredState|IGameListener|RoomPorts|NetworkPorts)\b",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex InventedName();
}
