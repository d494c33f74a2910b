using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Phira.PluginService.OpenApi;

/// <summary>Describes the tags that operations are grouped by.</summary>
internal sealed class TagTexts : IDocumentFilter
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["Audit"] = "The record of who did what.",
        ["Bans"] = "Accounts, addresses and networks that are kept out of the game server.",
        ["Commands"] = "Commands of the service and of plugins.",
        ["Health"] = "Probes for load balancers and container engines; they need no token.",
        ["Logging"] = "Levels of the service's log.",
        ["Messages"] = "System messages to players.",
        ["Plugins"] = "Plugins: operations, packages, configuration, permissions, limits and history.",
        ["Rooms"] = "Rooms of the game server.",
        ["Server settings"] = "Settings that can be changed while the server runs.",
        ["Session"] = "Sessions of browsers.",
        ["System"] = "The service itself, and its error codes.",
        ["Users"] = "Users on the game server.",
    };

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        foreach (var tag in swaggerDoc.Tags ?? new HashSet<OpenApiTag>())
        {
            tag.Description = Texts.GetValueOrDefault(tag.Name ?? "");
        }
    }
}
