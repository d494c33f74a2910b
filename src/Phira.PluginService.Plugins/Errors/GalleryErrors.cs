using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Errors;

/// <summary>Errors of the gallery.</summary>
internal static class GalleryErrors
{
    /// <summary>{0}: name.</summary>
    public static readonly ErrorCode NotFound = new("gallery.not_found", ErrorKind.NotFound);
}
