using FsCheck;
using FsCheck.Fluent;
using Phira.PluginService.Packaging.Manifest.Model;

namespace Phira.PluginService.Packaging.Tests.Catalog;

/// <summary>Small random sets of plugins, some of them broken: few names, so that they refer to each other a lot.</summary>
internal static class RandomPlugins
{
    private static readonly string[] Names = ["a", "b", "c", "d", "e", "f", "g"];

    // Mostly ranges that will do, so that failures come from far as well as from near.
    private static readonly string[] Ranges = [.. Enumerable.Repeat("*", 2 * KnownRanges.Ranges.Count), .. KnownRanges.Ranges];
    private static readonly string[] Forms = ["{0} {1}", "{0} {1}", "{0}? {1}", "!{0} {1}"];

    public static Arbitrary<(List<PluginManifest> Plugins, List<string> Broken)> Sets()
    {
        var reference =
            from form in Gen.Elements(Forms)
            from name in Gen.Elements(Names)
            from range in Gen.Elements(Ranges)
            select (Name: name, Text: string.Format(form, name, range));
        var plugin =
            from version in Gen.Elements(KnownRanges.Versions)
            from count in Gen.Choose(0, 3)
            from references in Gen.ListOf(reference, count)
            select (Version: version, References: references);
        var set =
            from states in Gen.ListOf(Gen.Frequency((1, Gen.Constant('-')), (1, Gen.Constant('x')), (6, Gen.Constant('p'))), Names.Length)
            from plugins in Gen.ListOf(plugin, Names.Length)
            select Build(states, plugins);
        return set.ToArbitrary();

        (List<PluginManifest>, List<string>) Build(
            IList<char> states, IList<(string Version, List<(string Name, string Text)> References)> plugins)
        {
            var lines = Names.Zip(states, plugins)
                .Where(item => item.Second == 'p')
                .Select(item => $"{item.First} {item.Third.Version}: {string.Join(", ", Own(item.First, item.Third.References))}");
            return (Plugins.Of([.. lines]), [.. Names.Zip(states).Where(item => item.Second == 'x').Select(item => item.First)]);
        }
    }

    // A manifest refers to each plugin at most once, and not to itself: the manifest reader sees to that.
    private static IEnumerable<string> Own(string name, IEnumerable<(string Name, string Text)> references) =>
        references.Where(reference => reference.Name != name).DistinctBy(reference => reference.Name).Select(reference => reference.Text);
}
