using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Text;

namespace Phira.PluginService.Packaging.Manifest.Reading;

/// <summary>Reads <c>[[pages]]</c>: what the dashboard shows of a plugin.</summary>
internal static partial class PageSection
{
    private const string Key = "pages";
    private const string Public = "public";
    private const string Admin = "admin";
    private const int MaximumPages = 16;
    private const int MaximumTitle = 64;
    private const int MaximumPath = 256;

    public static ImmutableArray<PluginPage> Read(ManifestTable top)
    {
        var pages = ImmutableArray.CreateBuilder<PluginPage>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in top.Tables(Key, MaximumPages))
        {
            table.CheckKeys(KnownKeys.PageTable);
            if (ReadOne(table) is { } page)
            {
                if (ids.Add(page.Id))
                {
                    pages.Add(page);
                }
                else
                {
                    top.Problems.Add(table.Find("id")!.Value.Location, ManifestErrors.DuplicateKey, page.Id);
                }
            }
        }

        return pages.ToImmutable();
    }

    private static PluginPage? ReadOne(ManifestTable table)
    {
        foreach (var missing in KnownKeys.RequiredOfPage.Where(key => table.Find(key) is null))
        {
            table.Problems.Add(table.Location, ManifestErrors.MissingKey, table.Full(missing));
        }

        var id = Checked(table, "id", MaximumTitle, text => PluginName.TryParse(text, out _), ManifestErrors.BadPageId);
        var path = Checked(table, "path", MaximumPath, text => PathForm().IsMatch(text), ManifestErrors.BadPagePath);
        var title = TranslationSection.Read(table, "title", MaximumTitle);
        var icon = table.Choice("icon", PluginPageIcons.All) ?? PluginPageIcons.Default;
        var access = table.Choice("access", [Admin, Public]) ?? Admin;
        return id is null || path is null || title is null ? null : new PluginPage(id, title, icon, path, access == Public);
    }

    private static string? Checked(
        ManifestTable table, string key, int maximumLength, Predicate<string> isRight, ErrorCode problem)
    {
        var text = table.Text(key, maximumLength);
        if (text is null || isRight(text))
        {
            return text;
        }

        table.Problems.Add(table.Find(key)!.Value.Location, problem, table.Full(key), text);
        return null;
    }

    // Segments without a meaning for browsers or for the host: no dots alone, and no "~" in front, which begins a page ticket.
    [GeneratedRegex("^/\\z|^(/(?!\\.{1,2}(/|\\z))[A-Za-z0-9._-][A-Za-z0-9._~-]*)+/?\\z", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex PathForm();
}
