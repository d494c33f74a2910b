using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Testing;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

/// <summary>The catalogues of texts against the code that names their keys, and against each other.</summary>
public sealed partial class CatalogTests
{
    // What players see; a catalogue that is not complete has these texts.
    private const string Players = "game.";

    private static readonly Lazy<List<string>> UsedKeys = new(FindUsedKeys);

    public static TheoryData<string> Tags => [.. LanguageSet.Embedded.All.Select(language => language.Tag)];

    public static TheoryData<string> Codes => [.. ErrorCatalog.All.Select(code => code.Value)];

    [Theory]
    [MemberData(nameof(Tags))]
    public void Have_the_texts_that_the_code_uses_and_no_others(string tag)
    {
        var language = Of(tag);
        var wanted = language.IsComplete ? UsedKeys.Value : UsedKeys.Value.Where(key => key.StartsWith(Players, StringComparison.Ordinal));

        Assert.NotEmpty(language.Keys);
        Assert.Equal(wanted, language.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Are_looked_up_by_literal_keys_which_can_be_found_in_the_code() => Assert.Empty(
        SourceTree.ProductFiles().Where(path => ComputedKey().IsMatch(File.ReadAllText(path))).Select(Path.GetFileName));

    [Theory]
    [MemberData(nameof(Tags))]
    public void Have_no_empty_text(string tag) => Assert.All(Texts(tag), text => Assert.False(string.IsNullOrWhiteSpace(text.Value), text.Key));

    [Theory]
    [MemberData(nameof(Tags))]
    public void Have_the_placeholders_of_the_English_texts(string tag) => Assert.All(
        Texts(tag), text => Assert.Equal((text.Key, Placeholders(Language.English.FindFormat(text.Key)!)), (text.Key, Placeholders(text.Value))));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Count_the_placeholders_of_an_error_from_nought_without_a_gap(string value)
    {
        var code = ErrorCatalog.All.Single(code => code.Value == value);
        var used = Numbers(Language.English.FindFormat(code.MessageKey) + Language.English.FindFormat(code.RemedyKey));

        Assert.Equal(Enumerable.Range(0, used.Count), used);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Take_any_argument_for_an_error(string value)
    {
        var code = ErrorCatalog.All.Single(code => code.Value == value);
        var count = Numbers(Language.English.FindFormat(code.MessageKey) + Language.English.FindFormat(code.RemedyKey)).Count;
        var error = new Error(code, Enumerable.Range(0, count).Select(number => LocalizedText.Literal($"{{{number}}} \" 中")).ToImmutableArray());

        Assert.All(LanguageSet.Embedded.Offered, language => Assert.Contains(value, error.Describe(language), StringComparison.Ordinal));
    }

    [Fact]
    public void Have_no_Chinese_in_English() => Assert.All(Texts("en"), text => Assert.DoesNotMatch(Han(), text.Value));

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("zh-TW")]
    public void Have_Chinese_in_Chinese(string tag) => Assert.All(
        Texts(tag).Where(text => Letter().IsMatch(Placeholder().Replace(Language.English.FindFormat(text.Key)!, ""))),
        text => Assert.True(Han().IsMatch(text.Value) || IsName(text), text.Key));

    [Theory]
    [MemberData(nameof(Tags))]
    public void Are_sorted_by_key(string tag)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(
            RepositoryFiles.PathOf("src", "Phira.PluginService.Core", "Localization", "Catalogs", $"{tag}.json")));
        foreach (var group in file.RootElement.EnumerateObject().Where(property => property.Name is "errors" or "texts"))
        {
            var keys = group.Value.EnumerateObject().Select(property => property.Name).ToList();
            Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        }
    }

    // Words of English that Chinese writes as they are.
    private static bool IsName(KeyValuePair<string, string> text) => text is { Key: "scope.bounded", Value: "{0}" } or { Key: "scope.flag" };

    private static Language Of(string tag) => LanguageSet.Embedded.All.Single(language => language.Tag == tag);

    private static IEnumerable<KeyValuePair<string, string>> Texts(string tag) =>
        Of(tag).Keys.Select(key => KeyValuePair.Create(key, Of(tag).FindFormat(key)!));

    private static List<string> FindUsedKeys() =>
    [
        .. SourceTree.ProductFiles().SelectMany(path => LiteralKey().Matches(File.ReadAllText(path)).Select(match => match.Groups["key"].Value))
            .Concat(ErrorCatalog.All.SelectMany(code => (string[])[code.MessageKey, code.RemedyKey]))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static string Placeholders(string text) => string.Join(' ', Numbers(text));

    private static List<int> Numbers(string text) =>
        [.. Placeholder().Matches(text).Select(match => int.Parse(match.Groups["number"].Value)).Distinct().Order()];

    [GeneratedRegex(@"\bLocalizedText\.Of\(\s*""(?<key>[^""]+)""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex LiteralKey();

    [GeneratedRegex(@"\bLocalizedText\.Of\b(?!\(\s*"")", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex ComputedKey();

    [GeneratedRegex(@"\{(?<number>\d+)\}", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\p{L}", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Letter();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Han();
}
