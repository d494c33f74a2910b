using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Http;

namespace Phira.PluginService.PluginRoutes;

/// <summary>The address of something that a plugin serves: <c>/plugins/{name}/…</c>, or <c>/plugins/{name}/~{ticket}/…</c>.</summary>
/// <param name="Ticket">The page ticket; null when there is none.</param>
/// <param name="Path">The rest of the address, with its leading slash; empty when there is not even that.</param>
internal sealed record PluginAddress(PluginName Plugin, string? Ticket, string Path)
{
    /// <summary>The path without the ticket, for logs.</summary>
    public string Shown => $"{ServicePaths.Plugins}/{Plugin}{Path}";

    /// <summary>The path as it was asked for.</summary>
    public PathString Whole => Ticket is null ? Shown : $"{ServicePaths.Plugins}/{Plugin}/{ReservedPaths.TicketMark}{Ticket}{Path}";

    /// <summary>Whether the address is that of a stream, where the plugin can have neither routes nor files.</summary>
    public bool IsStream => Path.StartsWith(ReservedPaths.StreamPrefix, StringComparison.Ordinal);

    /// <summary>Returns the first part of the address of a plugin's pages, with a ticket.</summary>
    public static string Root(PublicAddress address, PageTicket ticket) =>
        $"{address.PluginOrigin}{address.PathBase}{ServicePaths.Plugins}/{ticket.Plugin}/{ReservedPaths.TicketMark}{ticket.Secret}/";

    /// <summary>Reads an address.</summary>
    /// <param name="path">The rest of the address after <c>/plugins</c>.</param>
    /// <returns>The address, or null when no plugin can have it.</returns>
    public static PluginAddress? Parse(string path)
    {
        if (path.Length == 0 || !PluginName.TryParse(Cut(path, out var rest), out var plugin))
        {
            return null;
        }

        return rest.StartsWith($"/{ReservedPaths.TicketMark}", StringComparison.Ordinal)
            ? new PluginAddress(plugin, Cut(rest, out var inner)[1..], inner)
            : new PluginAddress(plugin, null, rest);
    }

    // The first segment and what follows it.
    private static string Cut(string path, out string rest)
    {
        var slash = path.IndexOf('/', 1);
        rest = slash < 0 ? "" : path[slash..];
        return slash < 0 ? path[1..] : path[1..slash];
    }
}
