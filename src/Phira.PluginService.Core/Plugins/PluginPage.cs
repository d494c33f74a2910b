using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Plugins;

/// <summary>A page of a plugin that the dashboard shows.</summary>
/// <param name="Id">Identifies it among the pages of its plugin: <c>[a-z0-9][a-z0-9-]{0,63}</c>.</param>
/// <param name="Title">The title, in the languages that its author knows.</param>
/// <param name="Icon">One of <see cref="PluginPageIcons.All"/>.</param>
/// <param name="Path">Path of the page below the plugin's own path: begins with a slash.</param>
/// <param name="IsPublic">Whether the page is public; otherwise it may use the plugin's routes for administrators.</param>
public sealed record PluginPage(string Id, TranslatedText Title, string Icon, string Path, bool IsPublic);
