using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Phira.PluginService.OpenApi;

/// <summary>Explains the parameters that many operations share, so that no endpoint has to repeat it.</summary>
internal sealed class ParameterTexts : IOperationFilter
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["plugins/{name}"] = "Name of the plugin, for example welcome.",
        ["gallery/{name}"] = "Name of the plugin as the gallery lists it, for example word-filter.",
        ["commands/{name}"] = "Name of the command, for example roll; or plugin:name, for example dice:roll.",
        ["users/{id}"] = "Number of the Phira account.",
        ["rooms/{id}"] = "Number of the room on this server, as the list of rooms shows it.",
        ["members/{user}"] = "Number of the member's Phira account.",
        ["bans/{target}"] = "Target of the ban: user:100, 203.0.113.7 or 203.0.113.0/24; the slash may be encoded.",
        ["revisions/{revision}"] = "Number of the revision; 0 is the manifest's defaults.",
        ["If-Match"] = "The ETag of the configuration that was read; the answer is 412 when it is no longer the current one. Left out to overwrite whatever there is.",
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var path = context.ApiDescription.RelativePath?.Replace("{**", "{", StringComparison.Ordinal) ?? "";
        foreach (var parameter in operation.Parameters?.Where(parameter => parameter.Description is null) ?? [])
        {
            parameter.Description = parameter.In == ParameterLocation.Path
                ? Texts.FirstOrDefault(
                    text => text.Key.EndsWith($"/{{{parameter.Name}}}", StringComparison.Ordinal) && path.Contains(text.Key, StringComparison.Ordinal)).Value
                : Texts.GetValueOrDefault(parameter.Name ?? "");
        }
    }
}
