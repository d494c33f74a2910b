using System.ComponentModel;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Contracts;

/// <summary>A page of a plugin that the dashboard shows.</summary>
internal sealed record PluginPageResponse(
    [property: Description("Identifies it among the pages of its plugin.")] string Id,
    [property: Description("The title, in the caller's language as far as the manifest has it.")] string Title,
    [property: Description("Name of its icon: page, chart, table, people, room, trophy, clock, message, map or settings.")] string Icon,
    [property: Description("Path of the page, below /plugins/NAME or below the path of a page ticket; begins with a slash.")] string Path,
    [property: Description("Whether it is the page that everybody sees; otherwise it is opened with a page ticket.")] bool Public)
{
    public static PluginPageResponse From(PluginPage page, Language language) =>
        new(page.Id, page.Title.In(language), page.Icon, page.Path, page.IsPublic);
}
