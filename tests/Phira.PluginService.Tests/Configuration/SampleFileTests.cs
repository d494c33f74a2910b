using System.Text.RegularExpressions;
using Phira.PluginService.Composition;
using Phira.PluginService.Configuration;

namespace Phira.PluginService.Tests.Configuration;

public sealed partial class SampleFileTests : IDisposable
{
    private static readonly string[] DependingOnTheMachine = ["plugins.compile_workers"];

    private readonly SettingsLoader _loader = new();

    [Fact]
    public void As_it_is_it_sets_nothing()
    {
        var result = _loader.File(ProgramTexts.Sample()).Load();
        Assert.Empty(result.Problems);
        Assert.Empty(result.Configuration.Values);
    }

    [Fact]
    public void It_shows_every_key_with_its_default()
    {
        var result = _loader.File(CommentedKey().Replace(ProgramTexts.Sample(), "${line}")).Load();

        Assert.Empty(result.Problems);
        Assert.Equal(
            ServiceSettings.Catalog.Settings.Select(setting => setting.Key).Order(StringComparer.Ordinal),
            result.Configuration.Values.Keys.Order(StringComparer.Ordinal));
        var byOptions = ServiceSettings.Catalog.Settings.GroupBy(setting => setting.Options).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var (options, settings) in byOptions)
        {
            var (defaults, shown) = (Activator.CreateInstance(options)!, Activator.CreateInstance(options)!);
            result.Configuration.Apply(shown);

            // Without a default of its own the module decides; the text above the key says what.
            var wrong = settings.Where(setting => setting.Read(defaults) is { } expected && !Same(expected, setting.Read(shown)!))
                .Select(setting => setting.Key);
            Assert.Equal([], wrong.Except(DependingOnTheMachine));
        }
    }

    public void Dispose() => _loader.Dispose();

    private bool Same(object expected, object shown) => expected switch
    {
        IEnumerable<string> texts => texts.SequenceEqual((IEnumerable<string>)shown),
        // Paths have been resolved by now.
        string text => text.Equals(shown) || Path.GetFullPath(text, _loader.WorkingDirectory).Equals(shown),
        _ => expected.Equals(shown),
    };

    [GeneratedRegex(@"^#(?<line>\w+ = .*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex CommentedKey();
}
